/** Very much of everything, with names that are hard to show: namesakes, emoji, right-to-left text, one language only. */
import type { Company } from './company';
import { OfferStatus, StageType, TerminationType } from './records';
import type { Stage } from './records';

export const MUCH = { applications: 100_000, jobs: 2_000, processes: 20, talents: 70_000 };

const FIVE_MINUTES = 5 * 60 * 1000;
const HALF_A_DAY = 12 * 60 * 60 * 1000;

const FAMILY = ['王', '李', '张', '刘', '陈', '杨', '赵', '黄', '周', '吴'];
const GIVEN = ['伟', '芳', '娜', '秀英', '敏', '静', '丽', '强', '磊', '军', '洋'];
const UNUSUAL = ['محمد علي', 'Zoë 🦄 Müller', 'O’Connor, Seán', '<b>Bobby</b>', '欧阳\u3000明 ', 'יעל כהן'];

const TITLES = ['高级 Java 工程师', '产品经理', 'Data Scientist', '运营专员 🚀', 'مهندس برمجيات', '销售代表'];

const STAGES: Array<Omit<Stage, 'id'>> = [
	{ zhName: '简历初筛', enName: 'Screening', type: StageType.screening },
	{ zhName: '面试', enName: 'Interview', type: StageType.interview },
	{ zhName: 'Offer 沟通', enName: '', type: StageType.offer },
	{ zhName: '待入职', enName: 'Pending Onboarding', type: StageType.pendingOnboarding },
	{ zhName: '已入职', enName: 'Onboarded', type: StageType.onboarded },
];

const at = <T>(list: readonly T[], index: number): T => list[index % list.length] as T;

const nameOf = (i: number): string =>
	i % 1000 === 999 ? at(UNUSUAL, Math.floor(i / 1000)) : at(FAMILY, i) + at(GIVEN, Math.floor(i / 10));

export function seedMuch(company: Company, now: number): void {
	while (company.processes.size < MUCH.processes) {
		const number = company.processes.size + 1;
		company.addProcess(
			{ zhName: `事业部流程 ${number}`, enName: number % 2 ? '' : `Division Process ${number}`, type: 1 },
			STAGES,
		);
	}
	const processes = [...company.processes.values()];
	while (company.jobs.size < MUCH.jobs) {
		const number = company.jobs.size;
		const job = company.addJob(at(TITLES, number), at(processes, number).id);
		if (number % 10 === 0) job.closed = true;
		job.modifyTime = now - number * HALF_A_DAY;
	}
	const jobs = [...company.jobs.values()];
	const talents = Array.from({ length: MUCH.talents }, (_, i) => {
		const talent = company.addTalent(nameOf(i));
		talent.modifyTime = now - i * FIVE_MINUTES;
		return talent;
	});
	const reason = company.ids.reasons.other[0] ?? '';
	for (let i = company.applications.size; i < MUCH.applications; i++) {
		const job = at(jobs, i * 7);
		const stages = company.processes.get(job.processId)?.stages ?? [];
		const time = now - i * FIVE_MINUTES;
		const application = company.addApplication({
			talentId: at(talents, i).id,
			jobId: job.id,
			stageId: at(stages, i).id,
			createTime: time,
			modifyTime: time,
			...(i % 3 === 0 ? { termination: { type: TerminationType.other, reasonIds: [reason] } } : {}),
		});
		if (i % 50 === 0) company.addOffer(application.id, OfferStatus.sent);
	}
	for (const [i, { ids }] of company.directories.user.entries.entries()) {
		const userId = Object.values(ids)[0] ?? '';
		const roleId = i % 2 ? '103' : '104';
		if (i >= 4) company.userRoles.push({ userId, roleId, modifyTime: now - i });
	}
}
