namespace WhatsCommerce.Subscriptions;

/// <summary>Represents a URL for webhooks that overrides that of the app.</summary>
/// <remarks>Source: Meta, webhooks/override.</remarks>
public sealed record CallbackOverride
{
    /// <summary>Initializes an instance.</summary>
    /// <param name="address">See <see cref="Address"/>.</param>
    /// <param name="verifyToken">See <see cref="VerifyToken"/>.</param>
    public CallbackOverride(Uri address, string verifyToken)
    {
        Address = address;
        VerifyToken = verifyToken;
    }

    /// <inheritdoc cref="CallbackOverride(Uri, string)"/>
    public CallbackOverride(string address, string verifyToken)
        : this(Read(address), verifyToken) { }

    /// <summary>The URL that Meta delivers to: <c>https</c>, at most 200 characters.</summary>
    public Uri Address { get; init; }

    /// <summary>The verify token that Meta sends with its challenge; see <c>WebhookOptions.VerifyToken</c>.</summary>
    public string VerifyToken { get; init; }

    /// <summary>The maximum length of a URL in characters.</summary>
    public static int AddressLength => 200;

    /// <summary>Returns the URL; the token is a secret.</summary>
    public override string ToString() => $"CallbackOverride {{ Address = {Address} }}";

    /// <exception cref="WhatsCommerceValidationException">A rule is violated.</exception>
    internal void Check(string path)
    {
        Violations violations = new();
        if (Address is null)
        {
            violations.Add($"{path}override_callback_uri", ViolationRule.Required, "It is missing.");
        }

        violations.AllowUrl($"{path}override_callback_uri", Address, AddressLength, "It", isSecure: true);
        if (string.IsNullOrWhiteSpace(VerifyToken))
        {
            violations.Add(
                $"{path}verify_token",
                ViolationRule.Required,
                "It is missing: without it the endpoint cannot tell Meta's challenge from another's.");
        }

        violations.ThrowIfAny("The callback was not sent");
    }

    // An invalid URL becomes one that no rule accepts, and so a violation when it is used.
    private static Uri Read(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return Uri.TryCreate(address, UriKind.RelativeOrAbsolute, out Uri? uri)
            ? uri
            : new Uri(Uri.EscapeDataString(address), UriKind.Relative);
    }

    internal void WriteMembers(Utf8JsonWriter writer)
    {
        writer.WriteString("override_callback_uri"u8, Address.AbsoluteUri);
        writer.WriteString("verify_token"u8, VerifyToken);
    }
}
