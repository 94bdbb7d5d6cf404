import { matchKey } from '../../arabic/key.ts';

/**
 * Given names of men and women from the Gulf to Mauritania, as Arabic writes them. A line that is
 * nothing but two to four words behind one of them is a name; a lone line of other words is a
 * section (`شرق أوسط`) or a label. Names that are everyday words too (`عادل`, `أمل`, `سلام`) are
 * kept: the line is short, stands below the headline, and holds no other word of a sentence.
 */
export const givenNames: readonly string[] = (
  'آدم آلاء آمال آمنة آية أبرار أثير أحلام أحمد أدهم أروى أريج أزهار أسامة أسعد أسماء أسيل أشجان أشرف أصيل أفنان أكرم أماني أمجد أمل أمير أميرة أميمة أمين أمينة أنس أنسام أنطوان أنور أنيس أنيسة أيمن أيوب إبراهيم إحسان إدريس إدوار إسحاق إسراء إسلام إسماعيل إلهام إلياس إيلي إيمان إيناس إيهاب ' +
  'ابتسام ابتهال اعتدال انتصار بادي باسل باسم باسمة بتول بثينة بدر بدرية بديع براء بسام بسمة بشار بشرى بشير بلال بلقيس بندر بهاء بهية بولس بيار بيان تامر تركي تغريد تقى تماضر تمارا توفيق تيسير ثائر ثابت ثامر ثريا ثناء ' +
  'جابر جاسم جبران جرجس جعفر جلال جليل جمال جمانة جمعة جميل جميلة جنى جهاد جهان جواد جوان جودت جورج جورجيت جوزيف جوليا جومانة جويل حاتم حازم حافظ حامد حسام حسان حسن حسني حسين حسيب حصة حكيم حليمة حماد حمادي حمد حمدان حمدي حمزة حمود حميد حنان حنين حورية حيدر خالد خالدة خديجة خضر خلدون خلف خلود خليفة خليل خميس خولة ' +
  'دارين داليا دانة دانيا داود دعاء دلال دنيا ديما دينا رائد رائف رابح رابعة راتب راجح راسم راشد رامز رامي رانيا راوية ربا رباب ربيع رجاء رحاب رحمة رزان رزق رشا رشاد رشيد رضا رضوان رضوى رغد رفعت رفيق رقية رلى رمزي رمضان رنا رندة رنيم رهام رهف رؤوف روان روضة رولا رياض ريان ريتا ريم ريما ريهام زاهر زاهي زكريا زكي زهراء زهرة زهير زياد زيد زين زينات زينب زينة ' +
  'سارة ساري سالم سالمة سامح سامر سامي سامية ساهر سحر سراج سعاد سعد سعدون سعدي سعود سعيد سعيدة سفيان سلام سلامة سلطان سلمان سلمى سلوى سليم سليمان سماح سماهر سمر سميح سمير سميرة سناء سندس سهى سهام سهيل سهيلة سوسن سيد سيرين سيف سيمون شادي شادية شاكر شامل شاهر شذى شريف شريفة شفيق شكري شمس شهد شهيرة شوقي شيخة شيرين شيماء صابر صابرين صادق صالح صالحة صباح صبا صبري صخر صدام صفاء صفوان صفية صقر صلاح صهيب ضحى ضياء ' +
  'طارق طالب طاهر طلال طلعت طه عائد عائشة عادل عارف عاصم عاطف عالية عامر عاهد عباس عبد عبدالله عبدالرحمن عبدالعزيز عبدالرحيم عبدالكريم عبدالقادر عبدالسلام عبدالحميد عبدالمجيد عبدالناصر عبداللطيف عبدالوهاب عبدالملك عبدالهادي عبير عبيدة عتيق عثمان عدلي عدنان عدي عزام عزت عزة عزيز عزيزة عصام عصمت عفاف عفيف عقيل علاء علي علية عليا عماد عمار عمر عمران عمرو عواطف عوض عيسى غادة غازي غالب غالية غانم غدير غسان غيث غيداء فؤاد فائق فائزة فاتن فادي فادية فارس فاروق فاضل فاطمة فتحي فتحية فخري فداء فدوى فراس فرح فرحات فريد فريدة فضل فهد فهيم فواز فوزي فوزية فيروز فيصل ' +
  'قاسم قتيبة قصي قيس كارلا كارول كارين كاظم كامل كاميليا كرم كريم كريمة كلثوم كمال كميل كنان لؤي لارا لبنى لجين لطفي لطيفة لمى لميس لمياء لوسي ليث ليلى ليليان لين لينا ليندا مأمون ماجد ماجدة مارك مارلين ماري ماريا مارون مازن مالك ماهر مؤمن مؤيد مبارك مثنى مجاهد مجد مجدي محاسن محسن محفوظ محمد محمدو محمود محيي مختار مدحت مراد مرام مرتضى مروان مروة مريم مسعود مشاري مشعل مصطفى مصعب مضر مطلق مظفر معاذ معاوية معتز معمر معن مفيد مقبل مكرم ملاك ملك ممدوح منار منال منذر منصور منى منير منيرة مها مهدي مهند مهنا موسى موفق مي ميادة ميار ميثم ميرفت ميس ميساء ميسون ميشال ميلاد مينا ' +
  'ناجي ناجية نادر نادية نادين ناصر ناصيف ناظم نانسي ناهد نايف نبيل نبيلة نبيه نجاة نجلاء نجم نجوى نجيب ندى نديم نذير نرمين نزار نزيه نسرين نسيم نسيمة نصار نصر نصير نضال نعمان نعيم نعيمة نهى نهاد نهال نهلة نواف نوال نور نورا نورة نوري نوف نيفين نيللي هادي هادية هاشم هالة هاني هبة هدى هديل هشام هلا هلال همام هناء هند هيا هيام هيثم هيفاء وائل واثق وجدان وجدي وحيد وداد وديع ورد وردة وسام وسيم وصال وضاح وعد وفاء وفيق ولاء وليد وئام ياسر ياسمين ياسين يحيى يزن يسرى يعقوب يمنى يوسف يونس ' +
  // From Sudan, Mauritania, the Maghreb and Iraq, and with the article before them.
  'أبوبكر ألفة أسية آسيا أفراح إكرام إنعام إيفا اسكندر البتول الأمين الباقر البشير التجاني الحبيب الزبير السر الشيخ الصادق الطاهر الطيب العربي الفاتح المختار المهدي النعمان الهادي انشراح بابكر باهي بديعة براق بوبكر بوجمعة بوعلام بوشعيب بلقاسم بلعيد بهيجة بيرق تسنيم تهاني توفيقة تقوى جليلة جيهان جورجينا جوليان جينا جيلالي جوزفين جيلان جمعان حاج حبيب حبيبة حدة حسيبة حسناء حفصة حفيظ حفيظة حكيمة حمودة حنيفة حياة ختام خلفان خميسة ' +
  'خيرية خيرة دانييل دليلة دنيال ديالا ديانا ديمة دلشاد ذكرى ذكية راضية رافع رامية ربى ربيعة رتيبة رزيقة رشيدة رلا رولان رونق روزانا روزا ريهان ريحان رمزية زبيدة زبير زكية زليخة زهور زهية زيدان سارا ساسي سباعي سحنون سعدية سعدة سلوان سليمة سميا سمية سنية سوزان سيدي سيدة سيلين شاهين شاهيناز شروق شعبان شعيب شهاب شهيناز شوق شيرزاد صابرينا صالحين صباحي صدقي صفي صوفيا صونيا صهباء ضاحي طوني طيب ظافر عائض عاطفة عامرة عبدو عبدالإله ' +
  'عبدالباسط عبدالباقي عبدالجبار عبدالجليل عبدالحق عبدالحكيم عبدالحليم عبدالخالق عبدالرؤوف عبدالرزاق عبدالستار عبدالصمد عبدالعالي عبدالعظيم عبدالغفار عبدالغني عبدالفتاح عبدالمحسن عبدالمطلب عبدالمنعم عبدالمولى عبدالواحد عتيقة عزالدين عزوز عفراء عقبة علاءالدين عليان عواد عياد عياش عيد عيدة غادي غنوة غزلان غيداق فاتح فاتحة فاضلة فايز فاطنة فتون فجر فرج فرحان فريدريك فضيلة فلاح فهيمة فوازة فيفيان فينوس قدور قمر قويدر كارمن ' +
  'كارولين كاتيا كاميل كلود كلوديا كنزة كوثر لالة لبيب لبيبة لخضر لطوف لمين لورا لويزة ليا ليال ليان مأمونة ماجدولين ماريان مارينا مانع مبروك مبروكة محجوب محمدي مديحة مرزوق مرزوقة مرح مرسي مروى مزنة مسعودة مسفر مشاعل مصباح مطيع معالي معاني معتصم مفتاح مفرح ملكة ممدوحة منجي منجية منصف منية مهى مهيب موزة مولاي مولود مونيا ميرا ميرنا ميريام ميشيل ميلود مينة ناريمان ناصري ناهدة نايلة نبأ نبراس نجاح نجيبة نذيرة نزيهة نسيبة ' +
  'نصرالدين نصيرة نظيرة نعمة نفيسة نهيل نورالدين نورهان نيروز نيكولا نيكول هاجر هنادي هنيدة هويدا هيلين وحيدة ورقاء وسن وسيلة وصفي وليم ياسمينة ياقوت يامن يزيد يسر ينال يوحنا يارا' +
  // Kurdish, of the Gulf, the Levant and the Maghreb.
  'آزاد آرام أيهم بختيار بيريفان چيا روژان ريبوار سازان سردار سيفان سيروان شيلان فرهاد كاوه ' +
  'كوردو هيمن هوشيار هوشنك هاوري ناديا مايا ميسلون نازك لوسين يارا كلارا سيلفا هاكوب آرا ' +
  'آني متعب علوان مقرن شموخ عبطان عواض عبيد إليانور أوليفيا إيزابيل غييرمو خوان بابلو ' +
  'كلوي الداه أحمدو سيداتي الناجي البكاي إسلمو ربيحة زوبيدة فتيحة نجيمة لحسن مليكة نبيهة ' +
  'أمواج دانية ' +
  'أوس إياد أسيد بكر تميم حارث ذياب راكان زكرياء سطام سلوم شامخ صايل ضرار عجلان ' +
  'عكرمة فالح فيحان لافي لولوة مجبل مرعي مسلط معيض مناحي منيف هايل وهيبة يعرب بوعزة ' +
  'بوزيد بوخالفة امبارك احميدة امحمد امحند حمو حميدو يوبا ماسينيسا لونيس رزقي أعمر ' +
  'دحمان زوهير فوضيل قادة وردية تسعديت فروجة ذهبية جوهرة الزهرة العالية مباركة ' +
  'يامنة سكينة تالا راما رند ريتال ريماس سدرة شهلة شوان غلا كادي لانا لوجين ميرال ' +
  'هنوف ياسمينا ' +
  // Rarer ones, from every region.
  'إخلاص إشراقة رواد آسر أبرام أبوالقاسم أركان أروان أشواق أغيد أكثم إلهامي ' +
  'أمنية أنسي أيسر أنطوني إبتهاج إباء إيفون باهر باهرة بتال بدور برهان برهوم بسمان ' +
  'بنان بهاءالدين بهجة بهجت بوران تبارك تمام توجان تولين تيماء تيمور ثروت جاد ' +
  'جادالله جاسر جانيت جبر جبريل جدعان جرير جلنار جواهر جودي جوري جورجي جوى حازمة حجازي ' +
  'حذيفة حسنين حسون حلا حليم حمادة حمدية حمدون حنا حنظلة حيان خاطر خالدية خزامى خزعل خضير ' +
  'خنساء خيري داني دريد دلير دنيازاد دهام ذوالفقار راجي راضي رافد رائدة رجب رحيم رداد رزاق ' +
  'رشدي رضاب رغدة رفاعي رفيدة ركان رواء روزان رويدا ريمون رينا رينيه زاكي زايد ' +
  'زهراوي زهران ساجد ساجدة سالى سجى سحبان سرحان سرمد سروة سعاده سعدالله سعفان سفانة ' +
  'سلافة سمران سند سنان سهاد سوزي سولاف شاهندة شبلي شجون شرحبيل شفيقة شكرية ' +
  'شمم شهلاء شهرزاد شوكت شيروان صائب صابرة صبيح صبيحة صفوت صفيناز صلاحالدين ' +
  'ضياءالدين طالوت طاهرة طراد عابد عابدة عايدة عبلة عبود عبيدالله عجاج عذاري عرفان ' +
  'عروب عروة عزمي عصماء عطا عطاالله عطية عفت عفيفة علوي عمادالدين عنايات عوف عوني غدي ' +
  'غزوان غفران غنام غنى فاتنة فدوة فريال فكري فهدة فوزان قحطان قدري كرار كريمان ' +
  'كلثم كميت كنانة كيان لارين لبابة لقمان لمار لورين لينة ماريانا ماهرة متولي ' +
  'مخلد مرهف مزهر مشيرة مضاوي معاوي معزوزة معين مفضل مقداد مكي ملحم ملهم مناف مناهل ' +
  'منتصر منذرة منعم منيب مهاب مهجة مهران مهيرة مؤنس موفقة ميادا ميسرة ميمونة ' +
  'نبهان نجلا نرجس نشوى نصرت نصوح نظمي نعمات نهلا نوفل نيازي نيرمين هاشمية هالا هتون ' +
  'هزار هنية هيفا هيلة وجنات وردان وسيمة وصاف ولهان يسرية يمان يوستينا ' +
  'جمالات حسنية حميدة خلدية دعد زهيدة شكيب عديلة فكتور قبلان كلوفيس لميعة ماغي ميشلين ' +
  'هيلدا وجيه وجيهة وديعة يولا يولاند جوسلين جويس جنان كاتي كريستين كريستينا ريمي رالف ' +
  'روجيه سيزار شربل طانيوس بطرس إيلين ساندرا سيمونا ماريز ماريبيل وليام إدمون إميل إميلي ' +
  'أرليت أديب أديبة أسمهان أمينا حمودي عبدالأمير عبدالحسين عبدالزهرة كاظمية نصيف وميض ' +
  'رعدية ضرغام طعمة فراقد كطان لعيبي محيبس نزهت هناوي علوية بوبا محمدن يحظيه ' +
  'الحسين خدي خديجتو فاطمتو تكبر آمنتو لمرابط الشيباني بوننه ددود الحضرامي عبداتي ' +
  'بتاح ديدي عيشة أمباركة سلمه عبدالقيوم عوضية الجاك السماني التوم العاقب بخيت ' +
  'بخيتة عزاز عجبنا قرشي كلتوم مجتبى منهل الطاوس بشيرة تاسعديت خداوج دوجة زوليخة ' +
  'صليحة طاوس عقيلة عزيزو فريزة كهينة لالاهم مقران وناسة يمينة يوغرطة رشيدو ' +
  'عبدالمالك محند بلخير بوشامة بومدين بوعمامة بولنوار الهواري السعيد العياشي الجيلالي المكي ' +
  'المولودي المعطي الحسن الميلودي بنعيسى بنسالم بنيونس عبدالنبي عبدالعلي فضمة إيطو رقوش ' +
  'غيثة ضاوية المنجي المنصف الصحبي الأسعد العجمي العيادي شاذلي ' +
  'الشاذلي بوراوي محرز حسونة ' +
  // Persian and Sorani.
  'پریسا بهروز بهرام کامران کامبیز پرویز داریوش کوروش آرش سیاوش رستم فریبا فرزانه فرشته ' +
  'مهناز مهسا مهتاب نازنین نگار نیلوفر نرگس پروین شهلا شهرام شاهرخ شهریار سهراب ژاله ژیلا ' +
  'گلناز هومن حمیدرضا علیرضا محمدرضا غلامرضا امیرحسین محمدحسین محمدعلی ایرج منوچهر بیژن ' +
  'بابک بهمن اردشیر خسرو فریدون کیوان کیانوش روشنک سپیده شقایق شیوا آزاده ' +
  'آناهیتا الهه پیمان پویا پدرام رامین میترا یلدا زهرا مرضیه معصومه صدیقه ' +
  'ئارام ئازاد ئاسۆ ئاکۆ ئاودێر ئاڤان بەختیار بێستون پەیمان تارا چیمەن دانا ' +
  'دلێر ڕێبین ڕێبوار ڕێزان ڕووناک ژیلوان ژیان ژینۆ ساڵار سەرکەوت سەروەر سۆران ' +
  'شێرکۆ شەونم شنیار کارزان کۆسار کەیوان گۆران لانە مەریوان نەوزاد نیان نیگار هاوژین هاوڕێ ' +
  'هەڵۆ هەردی هێمن هیوا هەژار یادگار عومەر ئەحمەد حەسەن محەمەد ئیبراهیم ڕەزا ' +
  // As the French and English press of the region writes them; words of everyday are left out.
  'abdallah abdelaziz abdelkader abdelkrim abdellah abdelmalek abderrahmane abdul abdullah adel ' +
  'adnan ahmad ahmed ahlem aicha aida ali alia amal amani amel amin amina amine amir amira ' +
  'ammar anis anissa anwar arij asma assia ayman ayoub aziz aziza badr bahia bassam bassem ' +
  'bilal bouchra boualem brahim chafik cherif dalal dalila dalia dina djamel djamila donia ehab ' +
  'emad eman fadi fadia fadila fahd faisal faiza faouzi farah fares farida farouk fatiha fatima ' +
  'fatma faten fayza ferial fethi firas fouad ghada ghassan habib habiba hadi hafedh hakim hala ' +
  'hamid hamida hamza hana hanan hanane hani hasan hassan hayat hayet hend hiba hicham hind ' +
  'houda houria huda hussein ibrahim idris ikram ilham imad imane imene ines ismail issam jamal ' +
  'jamil jamila jawad kamal kamel karim karima khadija khaled khalid khalil lamia lamine latifa ' +
  'layla leila lina lotfi loubna louisa lubna maha mahdi mahmoud majed malek malika mansour ' +
  'maram mariam maryam marwa marwan maya mehdi meriem messaoud moez moham mohamed mohammad ' +
  'mohammed moncef mona moncif mounir mourad mouna moussa mustafa mustapha nabil nabila nada ' +
  'nader nadia nadine nadjib naima najib najla najwa nasser nassim nawal nesrine nizar noor ' +
  'nora nouha nour noura nourredine omar omnia osama othman ouarda rabah rabia rachid rachida ' +
  'rafik raja rami rana rania rasha rashid raouf reem riad rim rola rula rym saad sabah sabrina ' +
  'sadek safa safia said saida salah salem salim salima salma salman samah sameh sami samia ' +
  'samir samira sana sanaa sara selma siham sihem slim smail sofiane soha sonia souad soufiane ' +
  'soumaya sulaiman suleiman taher tahar tarek tariq thouraya wafa wael walid wassim wided ' +
  'yacine yahya yasmin yasmine yasser yassine youcef youssef yousef yusuf zahra zakaria zaki ' +
  'zeina zeinab zied ziad zineb zohra zoubida alain alexandre alice andre anne antoine armand ' +
  'arnaud audrey benjamin benoit bernard brigitte bruno camille caroline catherine cecile ' +
  'celine charles charlotte chloe christian christine christophe claire claude clement corinne ' +
  'cyril daniel david delphine denis dominique edouard elias elie elisabeth elodie emilie ' +
  'emmanuel eric etienne fabien fabrice florence francois francoise frederic gabriel georges ' +
  'gerard gilles guillaume gustave helene henri herve hugo isabelle jacques jean jerome joelle ' +
  'joseph julie julien laura laurence laurent lea louis luc lucas lucie madeleine magali marc ' +
  'marcel marguerite maria marie marine marion martine mathieu maurice maxime michel mireille ' +
  'monique nathalie nicolas noemie olivier pascal patricia patrick paul pauline philippe pierre ' +
  'raphael raymond regis remi renaud rene richard robert roger roland romain samuel sandrine ' +
  'sebastien serge simon sophie stephane stephanie sylvain sylvie theo thierry thomas valerie ' +
  'veronique victor vincent virginie xavier yann yves adam alexander amanda amy andrew angela ' +
  'anna anthony barbara brian carol christopher daniela deborah diana donald edward elizabeth ' +
  'emily emma erin ethan george graham gregory hannah heather helen jack jacob james jane janet ' +
  'jason jeffrey jennifer jessica joan john jonathan joshua karen kate katherine kathleen keith ' +
  'kelly kenneth kevin linda lisa margaret martin mary matthew megan melissa michael michelle ' +
  'nancy nicholas nicole oliver pamela peter rachel rebecca ryan samantha sandra sarah scott ' +
  'sean sharon stephen steven susan teresa timothy tom william ' +
  // Of writers whose texts Arabic papers translate.
  ' آدريان آلان آنا إدوارد إيفان إيليا إيما إيمانويل ألكسندر أندرو أندريه أنتوني أوليفييه باتريك باول برايان بول بيتر بيير تشارلز توماس توني جاك جان جون جورجيو جيسيكا جيفري جيمس دانيال ديفيد ديمتري روبرت روبن روجر ريتشارد ستيفن سيرغي سيلفيا شارل صوفي غابرييل فرانسوا فرانك فلاديمير فيليب كارل كاترين كريستيان كريستوف كيفن لوران لوسيا ليزا مارتن ماثيو مايكل نعوم نيكولاس هانز هنري هيلينا رعد غسق نجود هزاع ' +
  'إيلينا فيكتور يوليا أولغا ناتاليا سفيتلانا يوري إيغور ميخائيل أليكسي سيرجي فيرونيكا ' +
  'إيزابيلا ماركوس لوكا ماتيو فرانشيسكو أليساندرو كارلوس خوسيه ميغيل رافائيل ماريو باولو آرثر ' +
  'ألبرت ألفريد إريك إيان برنارد بنيامين تيموثي جاكوب جوشوا جينيفر جوديث دانييلا ستيف ستيفاني سوزانا ' +
  'شون غاري غراهام كلوديت أناستازيا كلير كيت كيتي كيم لويس ليندسي مارغريت ميغان ميليسا هوارد'
).split(' ');

const GIVEN: ReadonlySet<string> = new Set(givenNames.map(matchKey));

/** True for a text whose first word is a given name. */
export function opensWithGivenName(text: string): boolean {
  const [first = ''] = matchKey(text).split(' ');
  return GIVEN.has(first);
}

/** True for the key of a given name, the article before it or not: `الهادي`, `المختار`. */
export function isGivenName(key: string): boolean {
  return GIVEN.has(key) || (key.startsWith('ال') && GIVEN.has(key.slice(2)));
}
