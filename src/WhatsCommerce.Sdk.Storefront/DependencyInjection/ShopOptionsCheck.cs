using WhatsCommerce.Validation;

namespace WhatsCommerce.Storefronts;

/// <summary>Fails at startup when a number, the public address, the language or a template in the options of a shop is invalid.</summary>
internal sealed class ShopOptionsCheck : IValidateOptions<StorefrontOptions>
{
    public ValidateOptionsResult Validate(string? name, StorefrontOptions options)
    {
        string shop = string.IsNullOrEmpty(name) ? "" : $"Shop \"{name}\": ";
        List<string> problems = [.. ProblemsOf(options).OfType<string>().Select(problem => shop + problem)];
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static IEnumerable<string?> ProblemsOf(StorefrontOptions options)
    {
        foreach ((int index, string? id) in options.PhoneNumberIds.Index())
        {
            // A blank one would leave the shop without a number, and all its messages unanswered.
            yield return MetaIdAttribute.Fits(id)
                ? null
                : MetaIdAttribute.Problem(string.Create(CultureInfo.InvariantCulture, $"PhoneNumberIds[{index}]"), isOfNumber: true);
        }

        yield return TextLanguage.Problem(nameof(StorefrontOptions.Language), options.Language);
        yield return options.PublicAddress is Uri address ? AddressProblem(address) : null;
        yield return options.OrderStatusTemplate is { } template
            ? TemplateProblem(
                nameof(options.OrderStatusTemplate),
                template,
                nameof(options.OrderStatusTemplateLanguage),
                options.OrderStatusTemplateLanguage)
            : null;
    }

    /// <summary>Why a configured template is invalid; null when it is valid.</summary>
    /// <param name="option">The option that contains the name of the template.</param>
    /// <param name="template">The name of the template.</param>
    /// <param name="languageOption">The option that contains its language.</param>
    /// <param name="language">The language at Meta.</param>
    public static string? TemplateProblem(string option, string template, string languageOption, string? language)
    {
        if (Message.Template(template, language!).TryBuild(out _, out IReadOnlyList<Violation> violations))
        {
            return null;
        }

        bool isOfName = violations[0].Path.EndsWith("name", StringComparison.Ordinal);
        return $"{(isOfName ? option : languageOption)} is \"{(isOfName ? template : language)}\". {violations[0].Message}";
    }

    // The message does not contain the address, which may include a secret.
    private static string? AddressProblem(Uri address)
    {
        string? problem = address switch
        {
            { IsAbsoluteUri: false } => "is not absolute",
            { Scheme: not ("http" or "https") } => $"has the scheme \"{address.Scheme}\"",
            { UserInfo.Length: > 0 } => "has a user name",
            { Query.Length: > 0 } => "has a query (after ?)",
            { Fragment.Length: > 0 } => "has a fragment (after #)",
            _ => null,
        };
        return problem is null
            ? null
            : $"{nameof(StorefrontOptions.PublicAddress)} {problem}. Set it to an absolute https or http address, such as "
                + "https://shop.example/shop: the addresses of the shop's pages are built from it.";
    }
}
