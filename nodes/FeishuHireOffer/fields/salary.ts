import { amount, group, text } from '../../declare/params';
import { body } from '../../declare/place';

/** What the candidate is paid. */
export const salaryInfo = () =>
	group({
		name: 'Salary',
		to: body('salary_info'),
		description:
			'What the candidate is paid (薪资信息). Feishu Hire requires the basic salary if the offer form has a section for salary. Where Feishu People (飞书人事) is the source of pay (Offer 薪酬信息来源), it writes no salary this way.',
		fields: {
			currency: text({
				name: 'Currency',
				to: body('currency'),
				required: true,
				description: 'Code of the currency (币种)',
				placeholder: 'e.g. CNY',
			}),
			basicSalary: amount({
				name: 'Basic Salary',
				to: body('basic_salary'),
				description: 'Basic pay (基本工资), with at most two decimals',
				placeholder: 'e.g. 28000',
			}),
			probationSalaryPercentage: amount({
				name: 'Probation Pay (Share)',
				to: body('probation_salary_percentage'),
				description: 'Share of the pay during probation (试用期薪资百分比): 0.8 stands for 80 percent',
				placeholder: 'e.g. 0.8',
			}),
			awardSalaryMultiple: amount({
				name: 'Year-End Bonus (Months of Pay)',
				to: body('award_salary_multiple'),
				description: 'Year-end bonus in whole months of pay (年终奖月数)',
				placeholder: 'e.g. 3',
			}),
			optionShares: amount({
				name: 'Option Shares',
				to: body('option_shares'),
				description: 'Whole number of share options (期权股数)',
				placeholder: 'e.g. 30',
			}),
			quarterlyBonus: amount({
				name: 'Quarterly Bonus',
				to: body('quarterly_bonus'),
				description: 'Bonus of a quarter (季度奖金额), with at most two decimals',
				placeholder: 'e.g. 3000',
			}),
			halfYearBonus: amount({
				name: 'Half-Year Bonus',
				to: body('half_year_bonus'),
				description: 'Bonus of half a year (半年奖金额), with at most two decimals',
				placeholder: 'e.g. 10000',
			}),
		},
	});
