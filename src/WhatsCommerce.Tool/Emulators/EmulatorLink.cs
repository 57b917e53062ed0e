using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace WhatsCommerce.Tool.Emulators;

/// <summary>A client for the control API of a running emulator, which its page uses.</summary>
internal sealed class EmulatorLink(Uri address) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false })
    {
        BaseAddress = new(address, "/emulator/"),
        Timeout = TimeSpan.FromMinutes(1),
        MaxResponseContentBufferSize = 32 * 1024 * 1024,
    };

    public Task<SettingsJson> SettingsAsync(CancellationToken end) => GetAsync("settings", PageJson.Default.SettingsJson, end);

    public Task<TrafficJson> TrafficAsync(long since, CancellationToken end) =>
        GetAsync(FormattableString.Invariant($"traffic?since={since}"), PageJson.Default.TrafficJson, end);

    public Task<CustomerJson> CustomerAsync(NewCustomerJson customer, CancellationToken end) =>
        PostAsync("customers", customer, PageJson.Default.NewCustomerJson, PageJson.Default.CustomerJson, end);

    public Task<DeviceJson> AddDeviceAsync(string customer, string name, CancellationToken end) => PostAsync(
        $"{Of(customer)}/devices", new(name), PageJson.Default.NewDeviceJson, PageJson.Default.DeviceJson, end);

    public Task<CartJson> PutAsync(string customer, string device, ItemJson item, CancellationToken end) => PostAsync(
        $"{Of(customer)}/devices/{device}/cart", item, PageJson.Default.ItemJson, PageJson.Default.CartJson, end);

    public Task SendCartAsync(string customer, string device, string? note, CancellationToken end) =>
        PostAsync($"{Of(customer)}/devices/{device}/cart/send", new(note), PageJson.Default.NoteJson, end);

    public Task ActAsync(string customer, ActionJson action, CancellationToken end) =>
        PostAsync($"{Of(customer)}/messages", action, PageJson.Default.ActionJson, end);

    public Task ReadAsync(string customer, CancellationToken end) =>
        PostAsync($"{Of(customer)}/read", new(), PageJson.Default.NoteJson, end);

    public Task ReviewTemplateAsync(TemplateReviewJson review, CancellationToken end) =>
        PostAsync("templates/review", review, PageJson.Default.TemplateReviewJson, end);

    public Task ConnectAsync(Uri callback, CancellationToken end) =>
        PostAsync("callback", new(callback.AbsoluteUri), PageJson.Default.CallbackJson, end);

    public void Dispose() => _http.Dispose();

    private static string Of(string customer) => $"customers/{Uri.EscapeDataString(customer)}";

    private async Task<T> GetAsync<T>(string path, JsonTypeInfo<T> type, CancellationToken end)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, new Uri(path, UriKind.Relative));
        return Read(await SendAsync(request, end).ConfigureAwait(false), type);
    }

    private async Task PostAsync<TBody>(string path, TBody body, JsonTypeInfo<TBody> type, CancellationToken end) =>
        await PostAsync(path, JsonSerializer.SerializeToUtf8Bytes(body, type), end).ConfigureAwait(false);

    private async Task<TResponse> PostAsync<TBody, TResponse>(
        string path, TBody body, JsonTypeInfo<TBody> type, JsonTypeInfo<TResponse> responseType, CancellationToken end) =>
        Read(await PostAsync(path, JsonSerializer.SerializeToUtf8Bytes(body, type), end).ConfigureAwait(false), responseType);

    private async Task<byte[]> PostAsync(string path, byte[] body, CancellationToken end)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, new Uri(path, UriKind.Relative));
        request.Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        return await SendAsync(request, end).ConfigureAwait(false);
    }

    private async Task<byte[]> SendAsync(HttpRequestMessage request, CancellationToken end)
    {
        try
        {
            using HttpResponseMessage response = await _http.SendAsync(request, end).ConfigureAwait(false);
            byte[] content = await response.Content.ReadAsByteArrayAsync(end).ConfigureAwait(false);
            return response.IsSuccessStatusCode
                ? content
                : throw new CommandFailedException(Problem(content) ?? $"{address} responded with {(int)response.StatusCode}.");
        }
        catch (Exception exception)
            when (exception is HttpRequestException || (exception is OperationCanceledException && !end.IsCancellationRequested))
        {
            throw new CommandFailedException(
                $"No emulator responds at {address}: start one with '{ToolConsole.CommandName} emulator'. {exception.Message}",
                ToolExitCode.Unreachable);
        }
    }

    private T Read<T>(byte[] content, JsonTypeInfo<T> type)
    {
        try
        {
            return JsonSerializer.Deserialize(content, type) ?? throw new JsonException();
        }
        catch (JsonException)
        {
            throw new CommandFailedException(
                $"The server at {address} is not an emulator of this version of {ToolConsole.CommandName}.", ToolExitCode.Unreachable);
        }
    }

    private static string? Problem(byte[] content)
    {
        try
        {
            return JsonSerializer.Deserialize(content, PageJson.Default.ProblemJson)?.Error;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
