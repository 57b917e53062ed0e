using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace WhatsCommerce.Flows;

/// <summary>Represents a decrypted request of a flow to its endpoint.</summary>
/// <remarks>
/// The data come from the customer's device: validate them like the fields of any form. Source: Meta,
/// flows/guides/implementingyourflowendpoint; the checkout of India (<see cref="SubAction"/>): payments-in/checkout-button-templates.
/// </remarks>
public sealed partial record FlowRequest
{
    /// <summary><c>version</c> of the data API, such as <c>3.0</c>.</summary>
    public string? Version { get; init; }

    /// <summary><c>action</c>: why the endpoint is called.</summary>
    public FlowAction Action { get; init; }

    /// <summary><c>sub_action</c> of a checkout in India, such as <c>apply_coupon</c>; otherwise <see langword="null"/>.</summary>
    public string? SubAction { get; init; }

    /// <summary><c>screen</c>: the screen that was submitted or left; <see langword="null"/> when the flow is opened.</summary>
    public string? Screen { get; init; }

    /// <summary><c>flow_token</c>: the token that the message was sent with. See <see cref="FlowTokenSigner"/>.</summary>
    [Sensitive]
    public string? Token { get; init; }

    /// <summary><c>flow_token_signature</c>: a JWT over the token, with which Meta confirms that it is the one that was sent.</summary>
    [Sensitive]
    public string? TokenSignature { get; init; }

    /// <summary><c>data</c>: the values of the fields; <see cref="JsonValueKind.Undefined"/> when there are none.</summary>
    [Sensitive]
    public JsonElement Data { get; init; }

    /// <summary>Deserializes <see cref="Data"/> to a type of the app.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="type">The type info from a generated context: <c>AppJson.Default.Booking</c>.</param>
    /// <param name="data">The data.</param>
    /// <returns>Whether there are data, and they fit the type.</returns>
    public bool TryGetData<T>(JsonTypeInfo<T> type, [NotNullWhen(true)] out T? data)
    {
        ArgumentNullException.ThrowIfNull(type);
        data = default;
        if (Data.ValueKind == JsonValueKind.Undefined)
        {
            return false;
        }

        try
        {
            data = Data.Deserialize(type);
        }
        catch (JsonException)
        {
            // They do not fit; Data is still available.
        }

        return data is not null;
    }
}
