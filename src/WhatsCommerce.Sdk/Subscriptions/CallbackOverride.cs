namespace WhatsCommerce.Subscriptions;

/// <summary>An address for webhooks in place of the app's own.</summary>
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

    /// <summary>Where Meta delivers to: <c>https</c>, at most 200 characters.</summary>
    public Uri Address { get; init; }

    /// <summary>The verify token that Meta sends with its challenge; see <c>WebhookOptions.VerifyToken</c>.</summary>
    public string VerifyToken { get; init; }

    /// <summary>The most characters of an address.</summary>
    public static int AddressLength => 200;

    /// <summary>The address; the token is a secret.</summary>
    public override string ToString() => $"CallbackOverride {{ Address = {Address} }}";

    /// <exception cref="WhatsCommerceValidationException">A rule is broken.</exception>
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

    // What is no address becomes one that no rule takes, and so a violation where it is used.
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
