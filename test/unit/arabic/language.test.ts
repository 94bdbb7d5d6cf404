import { describe, expect, it } from 'vitest';
import { findLanguage } from '../../../src/arabic/language.ts';

describe('findLanguage', () => {
  it.each([
    ['ar', 'افتتحت البلدية حديقة جديدة في وسط المدينة، وقال رئيسها إن العمل استمر عاما كاملا'],
    ['ar', 'أمطار غزيرة على الساحل'],
    ['ar', 'مصر تفوز بكأس افريقيا'],
    ['ar', 'وفاة الشاعر'],
    ['ar', 'عاجل: زلزال يضرب تركيا'],
    // Typed on a Persian keyboard.
    ['ar', 'قال الوزیر إن الحکومة ستدرس الملف الیوم فی اجتماع مغلق'],
    // Names with letters that Arabic has not.
    ['ar', 'باريس سان جيرمان يتعاقد مع اللاعب پاولو گارسيا قبل چامبيونز ليگ'],
    ['ar', 'مُعَلِّمٌ يُكَرَّمُ فِي المَدرَسَةِ'],
    // Latin names within.
    ['ar', 'أطلقت شركة OpenField هاتفها الجديد Field Phone 3 في أسواق المنطقة'],
    ['fa', 'رئیس جمهور گفت که این طرح برای مردم شهر اجرا می‌شود'],
    ['fa', 'باران شدید در شمال ایران'],
    ['fa', 'قیمت سکه امروز افزایش یافت و به بازار رسید'],
    ['ur', 'وزیر اعظم نے کہا ہے کہ شہر میں نئے پارک بنائے جائیں گے'],
    ['ur', 'کراچی میں بارش کا امکان'],
    ['ps', 'د ښار چارواکي وايي چې نوی پارک به د خلکو لپاره پرانيستل شي'],
    ['ckb', 'پارکێکی نوێ لە ناوەندی شار کرایەوە و سەرۆکی شارەوانی قسەی کرد'],
    ['ckb', 'بارانێکی زۆر لە هەولێر'],
    ['ug', 'شەھەر مەركىزىدە يېڭى باغچە ئېچىلدى ۋە كىشىلەر خۇشال بولدى'],
    ['sd', 'شهر ۾ نئون پارڪ کوليو ويو آهي ۽ ماڻهو خوش آهن'],
    ['he', 'פארק חדש נפתח במרכז העיר אתמול'],
    ['en', 'A new park was opened in the centre of the city'],
    ['fr', 'Un nouveau parc a été ouvert dans le centre de la ville'],
    ['es', 'Un nuevo parque se abrió en el centro de la ciudad por los vecinos'],
    ['de', 'Ein neuer Park wurde in der Mitte der Stadt eröffnet'],
    ['tr', 'Kentin merkezinde yeni bir park açıldı ve başkan konuştu'],
    ['ku', 'Parkeke nû li navenda bajêr hat vekirin û gelek kes hatin'],
    ['ru', 'В центре города открылся новый парк'],
    ['el', 'Νέο πάρκο άνοιξε στο κέντρο της πόλης'],
    ['zh', '市中心新建了一座公园'],
    ['ja', '市の中心に新しい公園がオープンしました'],
    ['am', 'በከተማው መሃል አዲስ መናፈሻ ተከፈተ'],
  ])('%s: %s', (tag, text) => {
    const language = findLanguage(text);
    expect(language?.tag).toBe(tag);
    expect(language?.confidence).toBeGreaterThan(0.5);
  });

  it.each(['', '12:30', 'خبر', '!!! ...', 'Xyzzy Plugh Qwrtz'])('tells nothing of %j', (text) => {
    expect(findLanguage(text)).toBeUndefined();
  });

  it('is surer of a longer text', () => {
    const text = 'أعلنت الوزارة أن المدارس ستفتح أبوابها في الموعد. ';
    const short = findLanguage('وفاة الشاعر')?.confidence ?? 1;
    expect(findLanguage(text.repeat(3))?.confidence).toBeGreaterThan(short);
  });
});
