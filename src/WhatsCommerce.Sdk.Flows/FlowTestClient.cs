using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Flows;

/// <summary>
/// Simulates the customer's WhatsApp in a test: encrypts and signs requests to an endpoint, and decrypts the responses, as flows do.
/// </summary>
/// <remarks>
/// <code>
/// FlowTestClient flow = new(http, new Uri("/flows", UriKind.Relative), publicKey, appSecret) { Token = "booking-17" };
/// FlowTestResponse first = await flow.OpenAsync();
/// FlowTestResponse last = await flow.SubmitAsync(first.Screen!, data);
/// </code>
/// It accepts any response; it does not know the screens of a flow.
/// </remarks>
/// <param name="http">The HTTP client; may be one of <c>WebApplicationFactory</c>.</param>
/// <param name="endpoint">The URL of the endpoint.</param>
/// <param name="publicKey">The public key as PEM.</param>
/// <param name="appSecret">The app secret; <see langword="null"/> to send requests unsigned.</param>
public sealed class FlowTestClient(HttpClient http, Uri endpoint, string publicKey, string? appSecret = null)
{
    /// <summary>The token that the flow was sent with.</summary>
    public string? Token { get; set; }

    /// <summary>The version of the data API that the flow declares.</summary>
    public string Version { get; set; } = "3.0";

    /// <summary>Opens the flow (<c>INIT</c>).</summary>
    /// <param name="cancellationToken">Cancels the request.</param>
    public Task<FlowTestResponse> OpenAsync(CancellationToken cancellationToken = default) =>
        SendAsync(FlowAction.Init, null, default, cancellationToken);

    /// <summary>Submits a screen (<c>data_exchange</c>).</summary>
    /// <param name="screen">The screen.</param>
    /// <param name="data">The values of the fields.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public Task<FlowTestResponse> SubmitAsync(string screen, JsonElement data, CancellationToken cancellationToken = default) =>
        SendAsync(FlowAction.DataExchange, screen, data, cancellationToken);

    /// <summary>Goes back from a screen (<c>BACK</c>).</summary>
    /// <param name="screen">The screen to leave.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public Task<FlowTestResponse> GoBackAsync(string screen, CancellationToken cancellationToken = default) =>
        SendAsync(FlowAction.Back, screen, default, cancellationToken);

    /// <summary>Checks the endpoint's health (<c>ping</c>).</summary>
    /// <param name="cancellationToken">Cancels the request.</param>
    public Task<FlowTestResponse> PingAsync(CancellationToken cancellationToken = default) =>
        SendAsync(FlowAction.Ping, null, default, cancellationToken);

    /// <summary>Sends any JSON object, encrypted and signed.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public async Task<FlowTestResponse> SendAsync(JsonElement request, CancellationToken cancellationToken = default)
    {
        byte[] key = RandomNumberGenerator.GetBytes(FlowCipher.KeyLength);
        byte[] nonce = RandomNumberGenerator.GetBytes(FlowCipher.NonceLength);
        byte[] body = Seal(Encoding.UTF8.GetBytes(request.GetRawText()), key, nonce);
        using HttpRequestMessage message = new(HttpMethod.Post, endpoint) { Content = new ByteArrayContent(body) };
        message.Content.Headers.ContentType = new("application/json");
        if (appSecret is not null)
        {
            message.Headers.Add(WebhookSignature.HeaderName, WebhookSignature.Compute(body, appSecret));
        }

        using HttpResponseMessage response = await http.SendAsync(message, cancellationToken).ConfigureAwait(false);
        string text = await response.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
        return new((int)response.StatusCode, Open(text, key, FlowCipher.Invert(nonce)));
    }

    private Task<FlowTestResponse> SendAsync(FlowAction action, string? screen, JsonElement data, CancellationToken cancellationToken) =>
        SendAsync(
            JsonElement.Parse(FlowResponse.Utf8(json =>
            {
                json.WriteString("version"u8, Version);
                json.WriteString("action"u8, action.Value);
                if (screen is not null)
                {
                    json.WriteString("screen"u8, screen);
                }

                if (data.ValueKind != JsonValueKind.Undefined)
                {
                    json.WritePropertyName("data"u8);
                    data.WriteTo(json);
                }

                if (Token is not null)
                {
                    json.WriteString("flow_token"u8, Token);
                }
            })),
            cancellationToken);

    private byte[] Seal(byte[] request, byte[] key, byte[] nonce)
    {
        using RSA rsa = RSA.Create();
        rsa.ImportFromPem(publicKey);
        byte[] encryptedKey = rsa.Encrypt(key, RSAEncryptionPadding.OaepSHA256);
        return FlowResponse.Utf8(json =>
        {
            json.WriteBase64String("encrypted_flow_data"u8, FlowCipher.Encrypt(key, nonce, request));
            json.WriteBase64String("encrypted_aes_key"u8, encryptedKey);
            json.WriteBase64String("initial_vector"u8, nonce);
        });
    }

    private static JsonElement Open(string text, byte[] key, byte[] nonce)
    {
        if (text.Length == 0)
        {
            return default;
        }

        byte[] buffer = new byte[text.Length];
        return Convert.TryFromBase64String(text, buffer, out int length)
            && FlowCipher.TryDecrypt(key, nonce, buffer.AsSpan(0, length)) is { } json
                ? JsonElement.Parse(json)
                : throw new InvalidOperationException("The response of the endpoint is not encrypted for this request.");
    }
}
