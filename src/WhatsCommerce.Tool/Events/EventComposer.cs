using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using WhatsCommerce.Testing;

namespace WhatsCommerce.Tool.Events;

/// <summary>
/// Creates a webhook in a temporary emulator and posts it to an app. The payload formats exist only in the emulator. The app need not
/// answer a webhook verification.
/// </summary>
internal sealed class EventComposer : IAsyncDisposable
{
    private const string Relay = "/relay";

    private readonly SignedPoster _poster;
    private readonly TriggeredEvent _event;
    private readonly TaskCompletionSource<PostedWebhook> _posted = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private CloudApiEmulator _cloud = null!;

    private EventComposer(SignedPoster poster, TriggeredEvent triggered)
    {
        _poster = poster;
        _event = triggered;
    }

    /// <summary>Starts the emulator with the ids of an account.</summary>
    public static async Task<EventComposer> StartAsync(
        SignedPoster poster, TriggeredEvent triggered, IConfigurationSection settings, CancellationToken end)
    {
        EventComposer composer = new(poster, triggered);
        CloudApiEmulatorOptions options = new() { Middleware = composer.HandleAsync, RedeliveryWaits = [] };
        options.PhoneNumberId = settings[nameof(WhatsCommerceOptions.PhoneNumberId)] ?? options.PhoneNumberId.Value!;
        options.BusinessAccountId = settings[nameof(WhatsCommerceOptions.BusinessAccountId)] ?? options.BusinessAccountId.Value!;
        options.CatalogId = settings[nameof(WhatsCommerceOptions.CatalogId)] ?? options.CatalogId.Value!;
        triggered.Configure?.Invoke(options);
        composer._cloud = await EmulatorPage.StartAsync(options, end).ConfigureAwait(false);
        if (triggered.Products.Count > 0)
        {
            composer._cloud.Catalog.Load(Catalog(triggered), composer._cloud.BaseAddress);
        }

        await composer._cloud.ConnectWebhookAsync(new(composer._cloud.BaseAddress, Relay), end).ConfigureAwait(false);
        return composer;
    }

    /// <summary>Triggers the event and returns the response of the app.</summary>
    public async Task<PostedWebhook> RunAsync(PhoneNumber from, string? name, TimeSpan wait, CancellationToken end)
    {
        EmulatedCustomer customer = _cloud.Customer(from, name);
        if (_event.ComposeAsync is { } compose)
        {
            await compose(_cloud, customer, end).ConfigureAwait(false);
        }
        else
        {
            using EmulatorLink link = new(_cloud.BaseAddress);
            await _event.ActAsync(link, customer.UserId.Value!, end).ConfigureAwait(false);
        }

        try
        {
            return await _posted.Task.WaitAsync(wait, end).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            return new(null, FormattableString.Invariant($"none within {wait.TotalSeconds:0} s"), wait.TotalMilliseconds);
        }
    }

    public ValueTask DisposeAsync() => _cloud.DisposeAsync();

    // The emulator's callback is the emulator's own address, which forwards the webhook to the app.
    private async Task HandleAsync(HttpContext http, RequestDelegate next)
    {
        if (http.Request.Path != Relay)
        {
            await next(http).ConfigureAwait(false);
            return;
        }

        if (HttpMethods.IsGet(http.Request.Method))
        {
            await http.Response.WriteAsync(http.Request.Query["hub.challenge"].ToString(), http.RequestAborted).ConfigureAwait(false);
            return;
        }

        using MemoryStream body = new();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted).ConfigureAwait(false);
        if (Meant(body.ToArray()) is { } meant)
        {
            _posted.TrySetResult(await _poster.PostAsync(meant, CancellationToken.None).ConfigureAwait(false));
        }
    }

    // A message of the business causes several statuses: selects the requested one, and replaces the message id with that of the app's
    // message.
    private byte[]? Meant(byte[] body)
    {
        if (!_event.Subject.StartsWith("status ", StringComparison.Ordinal))
        {
            return body;
        }

        JsonNode envelope = JsonNode.Parse(body)!;
        JsonNode? status = envelope["entry"]?[0]?["changes"]?[0]?["value"]?["statuses"]?[0];
        if (status?["status"]?.GetValue<string>() != _event.Subject["status ".Length..])
        {
            return null;
        }

        status["id"] = _event.MessageId;
        return System.Text.Encoding.UTF8.GetBytes(envelope.ToJsonString());
    }

    private static string Catalog(TriggeredEvent triggered)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream))
        {
            json.WriteStartArray();
            foreach (string product in triggered.Products.Distinct(StringComparer.Ordinal))
            {
                json.WriteStartObject();
                json.WriteString("id", product);
                json.WriteString("title", product);
                json.WriteString("price", triggered.Price);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }
}
