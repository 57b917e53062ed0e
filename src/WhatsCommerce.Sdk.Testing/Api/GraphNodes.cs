using System.Buffers.Text;

namespace WhatsCommerce.Testing;

/// <summary>Finds the object with an id; as in Graph, all kinds of objects share one id space.</summary>
internal sealed class GraphNodes(
    EmulatedBusiness business,
    EmulatedAccounts accounts,
    EmulatedCatalogs catalogs,
    MediaStore media,
    Entries<ProductSetEntry> sets,
    Entries<FeedEntry> feeds,
    Entries<FeedUpload> uploads,
    UploadSessions sessions,
    GroupBook groups,
    CreditBook credits,
    FlowBook flows,
    EmulatedApp app)
{
    /// <summary>
    /// The object with an id, if the token has access to it. An object without access is treated like one that does not exist.
    /// </summary>
    public object? Find(string id, string token) => Find(id) is { } node && IsOpen(node, token) ? node : null;

    private object? Find(string id) =>
        accounts.FindNumber(id) ?? (object?)accounts.Find(id) ?? (id == business.Id ? business : null)
        ?? catalogs.Find(id) ?? (object?)FindProduct(id) ?? media.Find(id) ?? FindNumbered(id)
        ?? sessions.Find(id) ?? (object?)groups.Find(id) ?? credits.Find(id)
        ?? (EmulatedApp.IsNamed(id) ? app : id == TemplateLibrary.Path ? TemplateLibrary.Instance : null);

    // A product has its number as its id, or its catalog and retailer id: catalog:{catalog}:{retailer id in base64url}.
    private ProductNode? FindProduct(string id)
    {
        if (id.Split(':') is ["catalog", var catalogId, var encoded])
        {
            string text = encoded.TrimEnd('=').Replace('+', '-').Replace('/', '_');
            return catalogs.Find(catalogId) is { } catalog && Base64Url.IsValid(text)
                && catalog.FindEntry(Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text))) is { } named
                ? new ProductNode(catalog, named)
                : null;
        }

        if (!long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out long number))
        {
            return null;
        }

        foreach (EmulatedCatalog catalog in catalogs.All)
        {
            if (catalog.FindEntry(number) is { } entry)
            {
                return new ProductNode(catalog, entry);
            }
        }

        return null;
    }

    private object? FindNumbered(string id) => long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out long number)
        ? FindTemplate(number) ?? sets.Find(number) ?? feeds.Find(number) ?? (object?)uploads.Find(number) ?? catalogs.FindGroup(number)
            ?? flows.Find(number) ?? (object?)FindTemplateGroup(id)
        : null;

    private TemplateGroupEntry? FindTemplateGroup(string id) =>
        accounts.All.Select(account => account.TemplateGroups.Find(group => group.Id == id)).FirstOrDefault(group => group is not null);

    private TemplateEntry? FindTemplate(long number) =>
        accounts.All.Select(account => account.Templates.Find(number)).FirstOrDefault(template => template is not null);

    // A number has one token; the tokens of its numbers have access to an account. The token of the app has access only to the app.
    private bool IsOpen(object node, string token) => node switch
    {
        _ when app.HasToken(token) => node == app,
        EmulatedNumber number => number.HasToken(token),
        EmulatedGroup group => group.Number.HasToken(token),
        EmulatedAccount account => accounts.NumbersOf(account).Any(number => number.HasToken(token)),
        FlowEntry flow => IsOpen(flow.Account, token),
        TemplateGroupEntry group => IsOpen(group.Account, token),
        EmulatedMedia file => file.Owner is null || file.Owner.HasToken(token),
        TemplateEntry template => accounts.All.Any(account => account.Templates == template.Owner && IsOpen(account, token)),
        _ => true,
    };
}
