using System.Text.Json.Serialization.Metadata;
using WhatsCommerce.Webhooks.Json;

namespace WhatsCommerce.Webhooks;

/// <summary>A form that a customer filled in (<c>nfm_reply</c>): a flow, or the address that was asked for.</summary>
/// <remarks>Source: Meta, flows/guides/receiveflowresponse and messages/address-messages.</remarks>
[WebhookPart]
public sealed partial record FormReply
{
    /// <summary>The longest <see cref="ResponseJson"/> that <see cref="TryGetData"/> parses, in characters.</summary>
    public static int MaxDataLength => 256 * 1024;

    private const int MaxDataDepth = 64;

    /// <summary><c>name</c>: <c>flow</c>, <c>address_message</c> ...</summary>
    [Wire("name", IsWord = true)]
    public string? Name { get; init; }

    /// <summary><c>body</c>: what the chat shows of it, such as <c>Sent</c> or the address in lines.</summary>
    [Wire("body")]
    [Sensitive]
    public string? Body { get; init; }

    /// <summary><c>response_json</c>: the answers as a JSON text.</summary>
    [Wire("response_json", Reader = typeof(FormResponseReader))]
    [Sensitive]
    public string? ResponseJson { get; init; }

    /// <summary>
    /// <c>flow_token</c> among the answers: the token that the flow was sent with, by which the reply belongs to what it was sent for. The
    /// customer's device wrote it: a token of <see cref="FlowTokenSigner"/> tells whether it is yours.
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

    /// <summary>Parses the answers: <c>data.GetProperty("flow_token")</c>.</summary>
    /// <param name="data">The object of the answers.</param>
    /// <returns>
    /// Whether there is one. Not when <see cref="ResponseJson"/> is no JSON object, is longer than <see cref="MaxDataLength"/>, or is
    /// nested deeper than 64 levels: the customer's device wrote it, so anything may stand there.
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
            // No JSON at all; the text is still there.
        }

        return data is not null;
    }

    /// <summary>Reads the answers as a type of the app.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="type">The type from a generated context: <c>AppJson.Default.Booking</c>.</param>
    /// <param name="data">The answers.</param>
    /// <returns>Whether there are answers, as in <see cref="TryGetData(out JsonElement?)"/>, and they fit the type.</returns>
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
            // They do not fit; the text is still there.
        }

        return data is not null;
    }
}
