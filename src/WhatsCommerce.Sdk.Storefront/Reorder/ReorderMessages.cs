namespace WhatsCommerce.Storefronts;

/// <summary>Creates the message for reordering: a list of at most 30 products in sections, and above it the changes.</summary>
internal sealed class ReorderMessages(Func<CancellationToken, Task<CatalogId>> catalogId, Texts texts)
{
    // The maximum length of a list's body.
    private const int Room = 1024;
    private const int RoomForSentences = 200;

    public async Task<(OutboundMessage Message, int Count)> WriteAsync(
        ReorderList list, string language, CancellationToken cancellationToken)
    {
        RetailerId[] own =
        [
            .. list.Products.SelectMany(product => product.Sendable).Distinct().Take(MessageLimits.ProductListProducts),
        ];
        string changes = Changes(list, language);
        if (own.Length == 0)
        {
            string nothing = texts.Get(StorefrontText.ReorderNothing, language);
            return (Message.Text(changes.Length > 0 ? changes : nothing).Build(), 0);
        }

        bool isUsual = list.Kind == ReorderKind.Usual;
        string title = texts.Get(isUsual ? StorefrontText.UsualSection : StorefrontText.LastOrderSection, language);
        string body = texts.Get(isUsual ? StorefrontText.UsualBody : StorefrontText.LastOrderBody, language);
        RetailerId[] picks = [.. list.Picks.Except(own).Take(MessageLimits.ProductListProducts - own.Length)];
        ProductListMessageBuilder message = Message.ProductList(await catalogId(cancellationToken).ConfigureAwait(false))
            .Header(title)
            .Body(changes.Length > 0 ? $"{body}\n\n{changes}" : body)
            .Section(title, own);
        if (picks.Length > 0)
        {
            message.Section(texts.Get(StorefrontText.PicksSection, language), picks);
        }

        return (message.Build(), own.Length + picks.Length);
    }

    private string Changes(ReorderList list, string language)
    {
        string[] lines = [.. list.Products.Select(product => LineOf(product, language)).OfType<string>()];
        return lines.Length == 0
            ? ""
            : texts.Get(StorefrontText.ReorderChanges, language) + "\n"
                + SummaryText.Lines(lines, texts, language, Room - RoomForSentences);
    }

    private string? LineOf(ReorderProduct product, string language)
    {
        (string, string) name = ("product_name", product.Name);
        (string, string) id = ("product_id", product.RetailerId.ToString());
        return product.Change switch
        {
            ReorderChange.None => null,
            ReorderChange.Price => texts.Get(
                StorefrontText.PriceChange,
                language,
                name,
                id,
                ("old_price", product.PriceThen.ToString()),
                ("new_price", product.Price.ToString()!)),
            ReorderChange.Variants => texts.Get(StorefrontText.ProductVariants, language, name, id),
            ReorderChange.SoldOut => texts.Get(StorefrontText.ProductSoldOut, language, name, id),
            ReorderChange.Unpriced => texts.Get(StorefrontText.ProductUnpriced, language, name, id),
            _ => texts.Get(StorefrontText.ProductUnknown, language, name, id),
        };
    }
}
