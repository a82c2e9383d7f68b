import './test/environment';import { words } from './test/bench/words';
void words().then((w)=>{console.log(w, w.seconds/w.shortest);process.exit(0)});
