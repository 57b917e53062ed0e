using WhatsCommerce.Storefronts;

namespace WhatsCommerce.Sdk.Storefront.Tests.Search;

/// <summary>
/// A small department store in six markets: clothes, gadgets, tools, toys, stationery. Retailer id, title, brand, category, price, group.
/// </summary>
internal static class DepartmentStore
{
    private static readonly (string Language, string Currency, string Products)[] Markets =
    [
        ("en", "USD", """
            shirt-m|Men's Oxford Shirt Blue M|Harbor|Shirts|29.90|G-shirt
            shirt-l|Men's Oxford Shirt Blue L|Harbor|Shirts|29.90|G-shirt
            sneaker-42|Canvas Sneakers White 42|Stride|Shoes|49.00|G-sneaker
            sneaker-43|Canvas Sneakers White 43|Stride|Shoes|49.00|G-sneaker
            boots|Leather Hiking Boots|Ridge|Shoes|119.00|
            earbuds|Wireless Earbuds with Charging Case|Sonar|Audio|39.90|
            headphones|Over-Ear Headphones Noise Cancelling|Sonar|Audio|149.00|
            charger|USB-C Charger 65 W|Volta|Phone Accessories|24.50|
            powerbank|Power Bank 20000 mAh|Volta|Phone Accessories|34.90|
            case-15|Phone Case for Model 15 Black|Shellby|Phone Accessories|12.90|
            drill|Cordless Drill 18 V|Torque|Tools|89.00|
            screws|Wood Screws 4 x 40 mm (200)|Torque|Tools|6.40|
            pan|Non-Stick Frying Pan 28 cm|Hearth|Kitchen|27.00|
            mug|Stoneware Mug 350 ml|Hearth|Kitchen|8.50|
            puzzle|Jigsaw Puzzle 1000 Pieces|Playwell|Toys|14.90|
            bear|Teddy Bear 40 cm|Playwell|Toys|19.90|
            notebook|Notebook A5 Dotted|Inkwell|Stationery|5.90|
            pens|Ballpoint Pens Blue 10-pack|Inkwell|Stationery|4.20|
            sunscreen|Sunscreen SPF 50 200 ml|Solene|Beauty|13.50|
            lipstick|Matte Lipstick Red|Solene|Beauty|11.00|
            """),
        ("es", "MXN", """
            es-playera|Playera de algodón negra M|Nopal|Ropa|199|
            es-vestido|Vestido largo de flores|Nopal|Ropa|549|
            es-tenis|Tenis deportivos azules 26|Trote|Calzado|899|
            es-audifonos|Audífonos inalámbricos|Eco|Electrónica|650|
            es-cargador|Cargador rápido USB-C 30 W|Eco|Electrónica|280|
            es-sarten|Sartén antiadherente 24 cm|Comal|Cocina|320|
            es-muneca|Muñeca de trapo|Pelusa|Juguetes|260|
            es-cuaderno|Cuaderno profesional 100 hojas|Trazo|Papelería|45|
            """),
        ("pt", "BRL", """
            pt-camiseta|Camiseta básica branca G|Maré|Roupas|49.90|
            pt-chinelo|Chinelo de borracha preto 40|Maré|Calçados|34.90|
            pt-fone|Fone de ouvido Bluetooth|Onda|Eletrônicos|129.00|
            pt-capinha|Capinha de celular transparente|Onda|Eletrônicos|29.90|
            pt-furadeira|Furadeira de impacto 650 W|Fortal|Ferramentas|289.00|
            pt-travesseiro|Travesseiro de plumas|Soninho|Casa|79.90|
            pt-caderno|Caderno espiral 10 matérias|Rabisco|Papelaria|24.90|
            """),
        ("hi", "INR", """
            hi-sari|रेशमी साड़ी लाल|रंगरेज|कपड़े|2499|
            hi-kurta|सूती कुर्ता सफेद L|रंगरेज|कपड़े|799|
            hi-joote|चमड़े के जूते 8|पथिक|जूते|1899|
            hi-ghadi|कलाई घड़ी स्टील|समय|घड़ियां|1299|
            hi-charger|मोबाइल चार्जर 20 W|बिजली|मोबाइल|499|
            hi-khilona|लकड़ी का खिलौना ट्रेन|बचपन|खिलौने|349|
            hi-chadar|सूती चादर डबल बेड|नींद|घर|899|
            """),
        ("id", "IDR", """
            id-kaos|Kaos Polos Hitam L|Rimba|Pakaian|65000|
            id-kemeja|Kemeja Batik Lengan Panjang|Rimba|Pakaian|185000|
            id-sepatu|Sepatu Lari Pria 42|Gesit|Sepatu|325000|
            id-tas|Tas Ransel Anti Air 20 liter|Gesit|Tas|210000|
            id-headset|Headset Bluetooth|Nada|Elektronik|150000|
            id-kipas|Kipas Angin Meja|Sejuk|Elektronik|240000|
            id-panci|Panci Presto 5 liter|Dapurku|Dapur|275000|
            """),
        ("ar", "SAR", """
            ar-thobe|ثوب رجالي أبيض مقاس 56|أناقة|ملابس|160|
            ar-abaya|عباية سوداء مطرزة|أناقة|ملابس|240|
            ar-hidhaa|حذاء رياضي أسود 42|خطوة|أحذية|199|
            ar-charger|شاحن سريع 25 واط|طاقة|إلكترونيات|75|
            ar-samaa|سماعات لاسلكية|طاقة|إلكترونيات|149|
            ar-oud|عطر عود فاخر 100 مل|ديوان|عطور|320|
            ar-daftar|دفتر ملاحظات A5|خط|قرطاسية|15|
            """),
    ];

    /// <summary>The search of a market.</summary>
    public static async Task<MemoryProductSearch> OpenAsync(string language, SearchSynonyms? synonyms = null)
    {
        (_, string currency, string products) = Markets.Single(market => market.Language == language);
        MemoryProductSearch search = new(synonyms);
        string[] lines = products.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        await search.ReplaceAsync(lines.Select(line => Read(line, currency)), TestContext.Current.CancellationToken);
        return search;
    }

    private static SearchProduct Read(string line, string currency)
    {
        string[] cells = line.Split('|');
        return new SearchProduct
        {
            RetailerId = cells[0],
            Title = cells[1],
            Brand = cells[2],
            Category = cells[3],
            Price = new Money(decimal.Parse(cells[4], System.Globalization.CultureInfo.InvariantCulture), currency),
            ItemGroupId = cells[5].Length > 0 ? cells[5] : null,
        };
    }
}
