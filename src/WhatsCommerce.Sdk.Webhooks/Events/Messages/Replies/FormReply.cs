using System.Text.Json.Serialization.Metadata;
using WhatsCommerce.Webhooks.Json;

namespace WhatsCommerce.Webhooks;

/// <summary>Represents a form that a customer submitted (<c>nfm_reply</c>): a flow, or a requested address.</summary>
/// <remarks>Source: Meta, flows/guides/receiveflowresponse and messages/address-messages.</remarks>
[WebhookPart]
public sealed partial record FormReply
{
    /// <summary>The maximum length in characters of a <see cref="ResponseJson"/> that <see cref="TryGetData"/> parses.</summary>
    public static int MaxDataLength => 256 * 1024;

    private const int MaxDataDepth = 64;

    /// <summary><c>name</c>: <c>flow</c>, <c>address_message</c> ...</summary>
    [Wire("name", IsWord = true)]
    public string? Name { get; init; }

    /// <summary><c>body</c>: the text in the chat, such as <c>Sent</c> or the address in lines.</summary>
    [Wire("body")]
    [Sensitive]
    public string? Body { get; init; }

    /// <summary><c>response_json</c>: the values of the form as JSON.</summary>
    [Wire("response_json", Reader = typeof(FormResponseReader))]
    [Sensitive]
    public string? ResponseJson { get; init; }

    /// <summary>
    /// <c>flow_token</c> in the values of the form: the token that the flow was sent with, which connects the reply with its message. It
    /// comes from the customer's device: use a <see cref="FlowTokenSigner"/> to verify that it is yours.
    /// </summary>
    /// <remarks>Read from <see cref="ResponseJson"/> at each call; <see langword="null"/> when there is none.</remarks>
    [Sensitive]
    public string? FlowToken =>
        TryGetData(out JsonElement? data)
        && data.Value.TryGetProperty("flow_token"u8, out JsonElement token)
        && token.ValueKind == JsonValueKind.String
            ? token.GetString()
            : null;

    /// <summary>The JSON members that have no property.</summary>
    public AdditionalProperties AdditionalProperties { get; internal init; }

    /// <summary>Parses the values of the form: <c>data.GetProperty("flow_token")</c>.</summary>
    /// <param name="data">The object with the values.</param>
    /// <returns>
    /// <see langword="true"/> on success; <see langword="false"/> when <see cref="ResponseJson"/> is not a JSON object, is longer than
    /// <see cref="MaxDataLength"/>, or is nested deeper than 64 levels: it comes from the customer's device and may contain anything.
    /// </returns>
    public bool TryGetData([NotNullWhen(true)] out JsonElement? data)
    {
        data = null;
        if (ResponseJson is null || ResponseJson.Length > MaxDataLength)
        {
            return false;
        }

        try
        {
            JsonElement parsed = JsonElement.Parse(ResponseJson, new JsonDocumentOptions { MaxDepth = MaxDataDepth });
            data = parsed.ValueKind == JsonValueKind.Object ? parsed : null;
        }
        catch (JsonException)
        {
            // Not JSON; the text is still available.
        }

        return data is not null;
    }

    /// <summary>Deserializes the values of the form to a type of the app.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="type">The type info from a generated context: <c>AppJson.Default.Booking</c>.</param>
    /// <param name="data">The values.</param>
    /// <returns>Whether there are values, as in <see cref="TryGetData(out JsonElement?)"/>, and they fit the type.</returns>
    public bool TryGetData<T>(JsonTypeInfo<T> type, [NotNullWhen(true)] out T? data)
    {
        ArgumentNullException.ThrowIfNull(type);
        data = default;
        if (!TryGetData(out JsonElement? json))
        {
            return false;
        }

        try
        {
            data = json.Value.Deserialize(type);
        }
        catch (JsonException)
        {
            // They do not fit; the text is still available.
        }

        return data is not null;
    }
}
