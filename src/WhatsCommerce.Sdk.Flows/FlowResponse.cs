using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace WhatsCommerce.Flows;

/// <summary>Represents the response of a flow endpoint: the next screen, the end of the flow, or an invalid token.</summary>
/// <remarks>Source: Meta, flows/guides/implementingyourflowendpoint and flows/reference/error-codes.</remarks>
public sealed class FlowResponse
{
    /// <summary>The name of the screen with which a flow is completed.</summary>
    private const string Success = "SUCCESS";

    private readonly string? _screen;
    private readonly JsonElement _data;

    private FlowResponse(string? screen, JsonElement data)
    {
        _screen = screen;
        _data = data;
    }

    /// <summary>Why the token is rejected; <see langword="null"/> in all other responses.</summary>
    internal string? Refusal { get; private init; }

    /// <summary>Shows a screen without data.</summary>
    /// <param name="screen">The id of the screen in the flow's JSON.</param>
    /// <exception cref="ArgumentException">
    /// The id is empty, or <c>SUCCESS</c>, which ends a flow: <see cref="Complete(FlowRequest)"/>.
    /// </exception>
    public static FlowResponse Show(string screen) => Show(screen, EmptyObject);

    /// <summary>Shows a screen with data.</summary>
    /// <typeparam name="T">The type of the data.</typeparam>
    /// <param name="screen">The id of the screen in the flow's JSON.</param>
    /// <param name="data">The data that the screen declares. A member <c>error_message</c> is shown as a message of the screen.</param>
    /// <param name="type">The type info from a generated context: <c>AppJson.Default.Slots</c>.</param>
    /// <exception cref="ArgumentException">The id is empty or <c>SUCCESS</c>, or the data are not a JSON object.</exception>
    public static FlowResponse Show<T>(string screen, T data, JsonTypeInfo<T> type) =>
        Show(screen, JsonSerializer.SerializeToElement(data, type));

    /// <summary>Shows a screen with data.</summary>
    /// <param name="screen">The id of the screen in the flow's JSON.</param>
    /// <param name="data">The data that the screen declares. A member <c>error_message</c> is shown as a message of the screen.</param>
    /// <exception cref="ArgumentException">The id is empty or <c>SUCCESS</c>, or the data are not a JSON object.</exception>
    public static FlowResponse Show(string screen, JsonElement data)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(screen);
        if (screen == Success)
        {
            throw new ArgumentException("SUCCESS is not a screen: it ends the flow. Call FlowResponse.Complete.", nameof(screen));
        }

        return new(screen, RequireObject(data, nameof(data)));
    }

    /// <summary>Shows the submitted screen again, with an error message.</summary>
    /// <param name="request">The current request.</param>
    /// <param name="message">The message for the customer (<c>error_message</c>).</param>
    /// <exception cref="ArgumentException">The message is empty, or the request has no screen.</exception>
    public static FlowResponse ShowError(FlowRequest request, string message)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentException.ThrowIfNullOrWhiteSpace(message);
        return Show(
            request.Screen ?? throw new ArgumentException("The request has no screen that could be shown again.", nameof(request)),
            Json(static (json, message) => json.WriteString("error_message"u8, message), message));
    }

    /// <summary>Completes the flow: it closes, and the reply (<c>nfm_reply</c>) with the token is delivered to the webhook.</summary>
    /// <param name="request">The current request.</param>
    public static FlowResponse Complete(FlowRequest request) => Complete(request, EmptyObject);

    /// <summary>
    /// Completes the flow: it closes, and the reply (<c>nfm_reply</c>) with the token and data is delivered to the webhook.
    /// </summary>
    /// <typeparam name="T">The type of the data.</typeparam>
    /// <param name="request">The current request.</param>
    /// <param name="data">The data of the reply in addition to the token.</param>
    /// <param name="type">The type info from a generated context.</param>
    /// <exception cref="ArgumentException">The data are not a JSON object.</exception>
    public static FlowResponse Complete<T>(FlowRequest request, T data, JsonTypeInfo<T> type) =>
        Complete(request, JsonSerializer.SerializeToElement(data, type));

    /// <summary>
    /// Completes the flow: it closes, and the reply (<c>nfm_reply</c>) with the token and data is delivered to the webhook.
    /// </summary>
    /// <param name="request">The current request.</param>
    /// <param name="data">The data of the reply in addition to the token.</param>
    /// <exception cref="ArgumentException">The data are not a JSON object.</exception>
    public static FlowResponse Complete(FlowRequest request, JsonElement data)
    {
        ArgumentNullException.ThrowIfNull(request);
        return new(Success, Json(WriteCompletion, (request.Token, Data: RequireObject(data, nameof(data)))));
    }

    /// <summary>Returns only data, as a checkout in India (<see cref="FlowRequest.SubAction"/>) expects.</summary>
    /// <param name="data">The data.</param>
    /// <exception cref="ArgumentException">The data are not a JSON object.</exception>
    public static FlowResponse FromData(JsonElement data) => new(null, RequireObject(data, nameof(data)));

    /// <summary>
    /// Rejects the token (status 427): the flow closes, and its button is disabled. For a token that was already used, or has expired.
    /// </summary>
    /// <param name="message">The message for the customer.</param>
    /// <exception cref="ArgumentException">The message is empty.</exception>
    public static FlowResponse RefuseToken(string message)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(message);
        return new(null, default) { Refusal = message };
    }

    /// <summary>The JSON that is encrypted.</summary>
    internal byte[] ToJson(FlowRequest request) => Refusal is { } refusal
        ? Utf8(json => json.WriteString("error_msg"u8, refusal))
        : Utf8(json =>
        {
            // The responses of a checkout repeat both; those of flows have neither.
            if (request.SubAction is { } subAction)
            {
                json.WriteString("version"u8, request.Version ?? "1.0");
                json.WriteString("sub_action"u8, subAction);
            }

            if (_screen is not null)
            {
                json.WriteString("screen"u8, _screen);
            }

            json.WritePropertyName("data"u8);
            _data.WriteTo(json);
        });

    internal static byte[] Utf8(Action<Utf8JsonWriter> members)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    private static JsonElement EmptyObject => Json(static (_, _) => { }, 0);

    private static JsonElement Json<TState>(Action<Utf8JsonWriter, TState> members, TState state) =>
        JsonElement.Parse(Utf8(json => members(json, state)));

    private static void WriteCompletion(Utf8JsonWriter json, (string? Token, JsonElement Data) reply)
    {
        json.WriteStartObject("extension_message_response"u8);
        json.WriteStartObject("params"u8);
        if (reply.Token is not null)
        {
            json.WriteString("flow_token"u8, reply.Token);
        }

        // The token is that of the request: data must not replace it.
        foreach (JsonProperty member in reply.Data.EnumerateObject().Where(static member => !member.NameEquals("flow_token"u8)))
        {
            member.WriteTo(json);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static JsonElement RequireObject(JsonElement data, string parameter) => data.ValueKind == JsonValueKind.Object
        ? data
        : throw new ArgumentException($"The data of a response must be a JSON object, not {data.ValueKind}.", parameter);
}
