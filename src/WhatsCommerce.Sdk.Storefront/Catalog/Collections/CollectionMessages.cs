namespace WhatsCommerce.Storefronts;

/// <summary>Writes collections and the menu of them.</summary>
internal static class CollectionMessages
{
    private const char CategorySeparator = '>';

    /// <summary>One product, with its name as the line beside it: what lists messages as text shows none of the card.</summary>
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

    /// <summary>The collections, and a row that leads on.</summary>
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
    /// One section a category, in the order of their first products; what has no category that people read, and what is beyond the number
    /// of sections, stands in the last one.
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

    /// <summary>The last part of a path; null where there is none that people read, as the numbers of Google's categories.</summary>
    private static string? LastPart(string? category)
    {
        string? part = category?.Split(CategorySeparator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .LastOrDefault();
        return part?.Any(c => !char.IsDigit(c)) == true ? part : null;
    }

    /// <summary>A name that is longer than a message shows ends with dots; ids and not names say what is meant.</summary>
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
