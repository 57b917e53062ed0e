using System.Text.Json;
using WhatsCommerce.Http;

namespace WhatsCommerce.Subscriptions;

/// <summary>An address for webhooks in place of the app's own.</summary>
/// <param name="Address">Where Meta delivers to: <c>https</c>, at most 200 characters.</param>
/// <param name="VerifyToken">The text that Meta sends with its challenge, so that the endpoint knows it; see <c>WebhookOptions.VerifyToken</c>.</param>
/// <remarks>Source: Meta, webhooks/override.</remarks>
public sealed record CallbackOverride(Uri Address, string VerifyToken)
{
    /// <summary>The most characters of an address.</summary>
    public const int AddressLength = 200;

    /// <summary>The address; the token is a secret.</summary>
    public override string ToString() => $"CallbackOverride {{ Address = {Address} }}";

    /// <exception cref="RequestValidationException">A rule is broken.</exception>
    internal void Check(string path)
    {
        RequestRules rules = new();
        if (Address is null)
        {
            rules.Add($"{path}override_callback_uri", "It is missing.");
        }

        rules.WebAddress($"{path}override_callback_uri", Address, AddressLength, secure: true);
        if (string.IsNullOrWhiteSpace(VerifyToken))
        {
            rules.Add($"{path}verify_token", "It is missing: without it the endpoint cannot tell Meta's challenge from another's.");
        }

        rules.ThrowIfBroken("The callback");
    }

    internal void WriteMembers(Utf8JsonWriter writer)
    {
        writer.WriteString("override_callback_uri"u8, Address.AbsoluteUri);
        writer.WriteString("verify_token"u8, VerifyToken);
    }
}
