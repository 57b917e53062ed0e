using System.Collections.Concurrent;
using System.Net;
using System.Text;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Sdk.Sqlite.Tests;

/// <summary>
/// A Graph API in the process of the test, which outlives the processes that send to it, counts the texts and keeps their callback data.
/// </summary>
internal sealed class SendServer : IDisposable
{
    private readonly ReservedPort _port = new();
    private readonly HttpListener _listener = new();
    private readonly ConcurrentDictionary<string, int> _texts = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _callbackData = new(StringComparer.Ordinal);
    private readonly Task _serving;
    private int _number;

    public SendServer()
    {
        _port.LetListen();
        _listener.Prefixes.Add(_port.Address.ToString());
        _listener.Start();
        _serving = Task.Run(ServeAsync, CancellationToken.None);
    }

    public Uri Address => _port.Address;

    /// <summary>The texts that arrived, and how often.</summary>
    public IReadOnlyDictionary<string, int> Texts => _texts;

    /// <summary>The texts that arrived, each with the callback data that Meta returns in the statuses of its message.</summary>
    public IReadOnlyDictionary<string, string> CallbackData => _callbackData;

    public void Dispose()
    {
        _listener.Stop();
        _serving.GetAwaiter().GetResult();
        _listener.Close();
        _port.Dispose();
    }

    private async Task ServeAsync()
    {
        while (true)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            _ = Task.Run(() => AnswerAsync(context), CancellationToken.None);
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        try
        {
            using StreamReader reader = new(context.Request.InputStream);
            string body = await reader.ReadToEndAsync(CancellationToken.None);
            int start = body.IndexOf("Hello ", StringComparison.Ordinal);
            if (start < 0)
            {
                // Cut off with its process: it did not arrive.
                return;
            }

            string text = body[start..body.IndexOf('"', start)];
            if (body.IndexOf("once.", StringComparison.Ordinal) is >= 0 and int callback)
            {
                _callbackData[text] = body[callback..body.IndexOf('"', callback)];
            }

            _texts.AddOrUpdate(text, 1, static (_, count) => count + 1);
            byte[] answer = Encoding.UTF8.GetBytes(
                FormattableString.Invariant($$"""{"messages":[{"id":"wamid.{{Interlocked.Increment(ref _number)}}"}]}"""));
            context.Response.ContentType = "application/json";
            await context.Response.OutputStream.WriteAsync(answer, CancellationToken.None);
            context.Response.Close();
        }
        catch (Exception exception) when (exception is HttpListenerException or IOException or ObjectDisposedException)
        {
            // Whoever sent it was killed.
        }
    }
}
