import { inChild } from './child';
void inChild('/work/main/test/bench/cpu.ts').then(r=>console.log(r));
