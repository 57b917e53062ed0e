namespace WhatsCommerce.Http;

/// <summary>The settings and identity of one client, as read for one request.</summary>
/// <param name="options">The settings of the registration.</param>
/// <param name="clientName">The name of the registration.</param>
/// <param name="tenant">The account that the client was created for; its ids and secrets replace those of the options.</param>
internal readonly struct GraphAccount(WhatsCommerceOptions options, string clientName, WhatsCommerceAccount? tenant = null)
{
    public WhatsCommerceOptions Options { get; } = options;
    public string ClientName { get; } = clientName;
    public WhatsCommerceAccount? Tenant { get; } = tenant;

    public PhoneNumberId PhoneNumberId => Tenant is null ? Options.PhoneNumberId : Tenant.PhoneNumberId;

    public BusinessAccountId BusinessAccountId => Tenant is null ? Options.BusinessAccountId : Tenant.BusinessAccountId;

    public string? AppSecret => Tenant?.AppSecret ?? Options.AppSecret;

    public string RequirePhoneNumberId() => Require(PhoneNumberId.Value, nameof(PhoneNumberId), "the id of the number that sends");

    public string RequireBusinessAccountId() =>
        Require(BusinessAccountId.Value, nameof(BusinessAccountId), "the id of the WhatsApp Business account");

    public string RequireBusinessId() =>
        Require(Tenant is null ? Options.BusinessId : Tenant.BusinessId.Value, "BusinessId", "the id of the business portfolio");

    public string RequireCatalogId() =>
        Require(Tenant is null ? Options.CatalogId : Tenant.CatalogId.Value, "CatalogId", "the id of the catalog");

    public string RequireAccessToken() => Require(
        Tenant is null ? Options.AccessToken : Tenant.AccessToken,
        "AccessToken",
        "the token of the app or system user, or register an IAccessTokenProvider");

    /// <summary>Gets the URL of a path below the version.</summary>
    public Uri Resolve(string path, string? proof = null)
    {
        string root = Options.BaseAddress.AbsoluteUri;
        string slash = root.EndsWith('/') ? "" : "/";
        return proof is null
            ? new Uri($"{root}{slash}{Options.GraphVersion}/{path}")
            : new Uri(
                $"{root}{slash}{Options.GraphVersion}/{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}"
                + $"appsecret_proof={proof}");
    }

    private string Require(string? value, string setting, string meaning)
    {
        if (!string.IsNullOrWhiteSpace(value))
        {
            return value;
        }

        string client = ClientName.Length == 0 ? "" : $" for the client '{ClientName}'";
        throw new InvalidOperationException(Tenant is null
            ? $"WhatsCommerceOptions.{setting} is not set{client}: give {meaning} "
                + (Options.SectionPath is { } path
                    ? $"as {BoundSection.Describe(path, setting)}."
                    : "to AddWhatsCommerce, in code or in the configuration section.")
            : $"WhatsCommerceAccount.{setting} is not set for the {Tenant}{client}: give {meaning}.");
    }
}
