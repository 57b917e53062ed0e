using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace WhatsCommerce.Testing.Api;

/// <summary>Finds what an id names, as Graph does: one space of ids for every kind of object.</summary>
internal sealed class GraphNodes(EmulatorContext context)
{
    /// <summary>The object that an id names, if the token opens it. One that it does not open is as unknown as one that does not exist.</summary>
    public object? Find(string id, string token) => Find(id) is { } node && IsOpen(node, token) ? node : null;

    private object? Find(string id) =>
        context.Numbers.TryGetValue(id, out EmulatedNumber? number) ? number
        : context.Accounts.TryGetValue(id, out EmulatedAccount? account) ? account
        : id == context.Options.BusinessId ? context.Business
        : context.Catalogs.Find(id) ?? (object?)FindInCatalogs(id) ?? FindTemplate(id) ?? context.Media.Find(id) ?? FindOther(id);

    // A product is named by its number, or by its catalog and retailer id: catalog:{catalog}:{retailer id in base64url}.
    private ProductNode? FindInCatalogs(string id)
    {
        if (id.Split(':') is ["catalog", var catalogId, var encoded])
        {
            string text = encoded.TrimEnd('=').Replace('+', '-').Replace('/', '_');
            return context.Catalogs.Find(catalogId) is { } catalog && Base64Url.IsValid(text)
                && catalog.FindEntry(Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text))) is { } named
                ? new ProductNode(catalog, named)
                : null;
        }

        if (!long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out long number))
        {
            return null;
        }

        foreach (EmulatedCatalog catalog in context.Catalogs.All)
        {
            if (catalog.FindEntry(number) is { } entry)
            {
                return new ProductNode(catalog, entry);
            }
        }

        return null;
    }

    private object? FindOther(string id) =>
        long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? context.Nodes.GetValueOrDefault(number) : null;

    private TemplateEntry? FindTemplate(string id) => long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out long number)
        ? context.Accounts.Values.Select(account => account.Templates.Find(number)).FirstOrDefault(template => template is not null)
        : null;

    // A number has one token; an account is opened by the tokens of its numbers.
    private bool IsOpen(object node, string token) => node switch
    {
        EmulatedNumber number => number.HasToken(token),
        EmulatedAccount account => context.Numbers.Values.Any(number => number.Account == account && number.HasToken(token)),
        EmulatedMedia media => media.Owner is null || media.Owner.HasToken(token),
        TemplateEntry template => context.Accounts.Values.Any(account => account.Templates == template.Owner && IsOpen(account, token)),
        _ => true,
    };
}
