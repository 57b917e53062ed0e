namespace WhatsCommerce.Http;

/// <summary>The settings of one client as they are for one request.</summary>
internal readonly struct GraphAccount(WhatsCommerceOptions options, string name)
{
    public WhatsCommerceOptions Options { get; } = options;

    public string RequirePhoneNumberId() => Require(Options.PhoneNumberId, nameof(WhatsCommerceOptions.PhoneNumberId), "the id of the number that sends");

    public string RequireAccessToken() => Require(Options.AccessToken, nameof(WhatsCommerceOptions.AccessToken), "the token of the app or system user");

    public Uri Resolve(string path)
    {
        string root = Options.BaseAddress.AbsoluteUri;
        return new Uri($"{root}{(root.EndsWith('/') ? "" : "/")}{Options.GraphVersion}/{path}");
    }

    private string Require(string? value, string setting, string meaning) => !string.IsNullOrWhiteSpace(value)
        ? value
        : throw new InvalidOperationException(
            $"WhatsCommerceOptions.{setting} is not set{(name.Length == 0 ? "" : $" for the client '{name}'")}: give {meaning} to AddWhatsCommerce, in code or in the configuration section.");
}
