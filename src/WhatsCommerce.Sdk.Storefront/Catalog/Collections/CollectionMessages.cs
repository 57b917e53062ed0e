namespace WhatsCommerce.Storefronts;

/// <summary>Creates the messages for collections and their menu.</summary>
internal static class CollectionMessages
{
    private const char CategorySeparator = '>';

    /// <summary>One product, with its name as the body: places that list messages as text do not show the product card.</summary>
    public static OutboundMessage Product(CatalogId catalog, CatalogProduct product)
    {
        ProductMessageBuilder message = Message.Product(catalog, product.RetailerId);
        return string.IsNullOrWhiteSpace(product.Name)
            ? message.Build()
            : message.Body(Short(product.Name, MessageLimits.InteractiveHeaderText)).Build();
    }

    /// <summary>A page of products, in sections by their category.</summary>
    public static OutboundMessage Products(
        CatalogId catalog, CatalogCollection collection, IReadOnlyList<CatalogProduct> page, CollectionOptions options, Texts texts)
    {
        string name = TitleOf(collection);
        ProductListMessageBuilder list = Message.ProductList(catalog)
            .Header(Short(name, MessageLimits.InteractiveHeaderText))
            .Body(options.Body ?? texts.Get(
                StorefrontText.CollectionBody,
                options.Language,
                ("collection_name", Short(name, MessageLimits.InteractiveHeaderText))));
        List<(string? Title, List<RetailerId> Products)> sections = SectionsOf(page, options.Language, texts);
        foreach ((string? title, List<RetailerId> products) in sections)
        {
            list.Section(sections.Count == 1 ? null : title, products);
        }

        return list.Build();
    }

    /// <summary>The button that sends the next page.</summary>
    public static OutboundMessage More(CatalogCollection collection, int skip, string? language, Texts texts) => Message.Buttons()
        .Body(texts.Get(
            StorefrontText.CollectionMore,
            language,
            ("collection_name", Short(TitleOf(collection), MessageLimits.InteractiveHeaderText))))
        .Button(CollectionButtons.Of(CollectionButtons.Show, collection.Id, skip), texts.Get(StorefrontText.MoreButton, language))
        .Build();

    /// <summary>The collections, and a row that leads to the next page.</summary>
    public static OutboundMessage Menu(
        IReadOnlyList<CatalogCollection> page, int? more, CollectionOptions options, Texts texts)
    {
        List<ListRow> rows =
        [
            .. page.Select(collection => new ListRow(
                CollectionButtons.Of(CollectionButtons.Show, collection.Id, 0),
                Short(TitleOf(collection), MessageLimits.ListRowTitle),
                Short(
                    texts.Get(
                        StorefrontText.MenuCount,
                        options.Language,
                        ("count", collection.Count.ToString(CultureInfo.InvariantCulture))),
                    MessageLimits.ListRowDescription))),
        ];
        if (more is int skip)
        {
            rows.Add(new ListRow(
                CollectionButtons.Of(CollectionButtons.Menu, default, skip), texts.Get(StorefrontText.MoreButton, options.Language)));
        }

        return Message.List(texts.Get(StorefrontText.ChooseButton, options.Language))
            .Body(options.Body ?? texts.Get(StorefrontText.MenuBody, options.Language))
            .Rows(rows)
            .Build();
    }

    /// <summary>
    /// One section per category, in the order of their first products. Products without a readable category, and those beyond the maximum
    /// number of sections, are in the last section.
    /// </summary>
    private static List<(string? Title, List<RetailerId> Products)> SectionsOf(
        IReadOnlyList<CatalogProduct> page, string? language, Texts texts)
    {
        List<(string? Title, List<RetailerId> Products)> sections = [];
        List<RetailerId> others = [];
        foreach (IGrouping<string?, CatalogProduct> category in page.GroupBy(product => SectionOf(product.Category)))
        {
            if (category.Key is null || sections.Count == MessageLimits.ProductListSections - 1)
            {
                others.AddRange(category.Select(product => product.RetailerId));
            }
            else
            {
                sections.Add((category.Key, [.. category.Select(product => product.RetailerId)]));
            }
        }

        if (others.Count > 0)
        {
            sections.Add((Short(texts.Get(StorefrontText.OtherProducts, language), MessageLimits.SectionTitle), others));
        }

        return sections;
    }

    private static string? SectionOf(string? category) =>
        LastPart(category) is string part ? Short(part, MessageLimits.SectionTitle) : null;

    private static string TitleOf(CatalogCollection collection) =>
        collection.IsCategory ? LastPart(collection.Name) ?? collection.Name : collection.Name.Trim();

    /// <summary>The last part of a category path; null if it is not readable, such as the numbers of Google's categories.</summary>
    private static string? LastPart(string? category)
    {
        string? part = category?.Split(CategorySeparator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .LastOrDefault();
        return part?.Any(c => !char.IsDigit(c)) == true ? part : null;
    }

    /// <summary>Shortens a long name with an ellipsis; names need not be unique, because ids identify the choice.</summary>
    private static string Short(string text, int most)
    {
        StringBuilder start = new();
        int length = 0;
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (++length > most)
            {
                start.Length -= start[^1] is var last && char.IsLowSurrogate(last) ? 2 : 1;
                return start.Append('…').ToString();
            }

            start.Append(rune.ToString());
        }

        return start.ToString();
    }
}
