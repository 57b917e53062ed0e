using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace WhatsCommerce.Webhooks;

/// <summary>A form that a customer filled in (<c>nfm_reply</c>): a flow, or the address that was asked for.</summary>
/// <remarks>Source: Meta, flows/guides/receiveflowresponse and messages/address-messages.</remarks>
public sealed partial record FormReply
{
    /// <summary>The longest <see cref="ResponseJson"/> that <see cref="TryGetData"/> parses, in characters.</summary>
    public static int MaxDataLength => 256 * 1024;

    private const int MaxDataDepth = 64;

    /// <summary><c>name</c>: <c>flow</c>, <c>address_message</c> ...</summary>
    public string? Name { get; init; }

    /// <summary><c>body</c>: what the chat shows of it, such as <c>Sent</c> or the address in lines.</summary>
    [Sensitive]
    public string? Body { get; init; }

    /// <summary><c>response_json</c>: the answers as a JSON text.</summary>
    [Sensitive]
    public string? ResponseJson { get; init; }

    /// <summary>The members that no property holds.</summary>
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
}
