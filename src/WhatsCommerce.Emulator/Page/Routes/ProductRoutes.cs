namespace WhatsCommerce.Emulator;

/// <summary>The routes of the shop's products, and of the changes that the workbench makes to them.</summary>
internal sealed class ProductRoutes(CloudApiEmulator cloud)
{
    public IResult List(PageCall call) =>
        TypedResults.Json(ProductViews.Page(cloud.ConnectedCatalog, call), PageJson.Default.ProductsJson);

    public IResult Change(PageCall call)
    {
        ProductChangeJson change = call.Body(PageJson.Default.ProductChangeJson);
        EmulatedCatalog catalog = Catalog();
        EmulatedCatalogItem changed = catalog.Update(change.RetailerId, item => item with
        {
            Title = change.Title ?? item.Title,
            Description = change.Description ?? item.Description,
            Price = change.Price is null ? item.Price : item.Price with { Amount = Amount(change.Price) },
            Availability = change.Availability ?? item.Availability.Value,
            ImageAddress = change.Image is null ? item.ImageAddress : Address(change.Image),
            IsHidden = change.IsHidden ?? item.IsHidden,
        });
        return TypedResults.Json(ProductJson.Of(catalog, changed), PageJson.Default.ProductJson);
    }

    public IResult Review(PageCall call)
    {
        ReviewJson review = call.Body(PageJson.Default.ReviewJson);
        EmulatedCatalog catalog = Catalog();
        EmulatedCatalogItem item = catalog.Find(review.RetailerId)
            ?? throw PageProblemException.NotFound($"item '{review.RetailerId}' in the catalog");
        switch (review.Verdict)
        {
            case "approved":
                cloud.Reviews.Approve(item.RetailerId);
                break;
            case "rejected":
                cloud.Reviews.Reject(item.RetailerId, string.IsNullOrWhiteSpace(review.Reason) ? [] : [review.Reason]);
                break;
            case "pending":
                cloud.Reviews.Hold(item.RetailerId);
                break;
            default:
                throw new PageProblemException($"'{review.Verdict}' is not a verdict: approved, rejected or pending.");
        }

        return TypedResults.Json(ProductJson.Of(catalog, item), PageJson.Default.ProductJson);
    }

    private EmulatedCatalog Catalog() =>
        cloud.ConnectedCatalog ?? throw new PageProblemException("No catalog is connected to the business account.");

    private static decimal Amount(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal amount)
            ? amount
            : throw new PageProblemException($"'{text}' is not a price: write an amount with a point, such as 3.49.");

    private static Uri? Address(string text) => text.Length == 0 ? null
        : Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out Uri? address) ? address
        : throw new PageProblemException($"'{text}' is not a URL.");
}
