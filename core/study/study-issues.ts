import { defineIssues } from "../kernel/index.ts";

/** What can be wrong with `study.yaml`. */
export const studyIssues = defineIssues({
  "study-not-a-mapping": {
    severity: "error",
    message: { en: "The study file has no keys.", ja: "研究ファイルにキーがありません。" },
    remedy: {
      en: "Write at least a title: title: My study",
      ja: "少なくとも title を書いてください (title: 研究の題)。",
    },
  },
  "study-unknown-key": {
    severity: "error",
    message: {
      en: '"{key}" is not a key of the study file.',
      ja: "「{key}」は研究ファイルのキーではありません。",
    },
    remedy: { en: "Known here: {known}.", ja: "ここで使えるキー: {known}" },
  },
  "study-value": {
    severity: "error",
    message: {
      en: 'The value of "{key}" cannot be used: {reason}',
      ja: "「{key}」の値は使えません: {reasonJa}",
    },
    remedy: { en: "Correct the value.", ja: "値を直してください。" },
  },
  "study-unknown-domain": {
    severity: "error",
    message: {
      en: 'Parameters are given for "{domain}", which is no domain.',
      ja: "「{domain}」という分野はありませんが、パラメーターが書かれています。",
    },
    remedy: { en: "Known here: {known}.", ja: "ここで使える名前: {known}" },
  },
  "study-reference-unknown": {
    severity: "error",
    message: {
      en: 'The reference condition "{reference}" is in no line of the sample sheet.',
      ja: "基準条件「{reference}」は試料表のどの行にもありません。",
    },
    remedy: { en: "Conditions in the sheet: {known}.", ja: "試料表にある条件: {known}" },
  },
});
