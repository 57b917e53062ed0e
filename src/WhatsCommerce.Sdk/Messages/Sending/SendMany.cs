using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using System.Threading.Channels;

namespace WhatsCommerce.Messages;

/// <summary>Sends one content to a sequence of recipients that may be longer than memory.</summary>
/// <remarks>
/// As many workers as sends may be under way take recipients from the one sequence and put results into a channel of the same size: who
/// reads the results slowly slows the sending down, and nothing piles up.
/// </remarks>
internal sealed class SendMany : IDisposable
{
    private readonly MessagesClient _client;
    private readonly OutboundMessage _message;
    private readonly SendManyOptions _options;
    private readonly CancellationToken _cancellationToken;
    private readonly Channel<SendResult> _results;
    private readonly SemaphoreSlim _turn = new(1);

    // Ends the taking of recipients. Sends that are under way when the reader goes away are not cut off: they would be left open.
    private readonly CancellationTokenSource _stop;

    private bool _isOver;
    private long _next;

    private SendMany(MessagesClient client, OutboundMessage message, SendManyOptions options, CancellationToken cancellationToken)
    {
        _client = client;
        _message = message;
        _options = options;
        _cancellationToken = cancellationToken;
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _results = Channel.CreateBounded<SendResult>(new BoundedChannelOptions(options.MaxConcurrency) { SingleReader = true });
    }

    public static async IAsyncEnumerable<SendResult> RunAsync(
        MessagesClient client,
        IAsyncEnumerable<Recipient> recipients,
        OutboundMessage message,
        SendManyOptions options,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using SendMany many = new(client, message, options, cancellationToken);
        Task<ExceptionDispatchInfo?> working = many.WorkAsync(recipients);
        ExceptionDispatchInfo? failure;
        try
        {
            // Not cancelled: what was under way when the caller cancelled is still told, before the cancellation is.
            await foreach (SendResult result in many._results.Reader.ReadAllAsync(CancellationToken.None).ConfigureAwait(false))
            {
                yield return result;
            }
        }
        finally
        {
            await many._stop.CancelAsync().ConfigureAwait(false);
            await foreach (SendResult _ in many._results.Reader.ReadAllAsync(CancellationToken.None).ConfigureAwait(false))
            {
                // The reader has gone away; makes room for the workers to end.
            }

            failure = await working.ConfigureAwait(false);
        }

        failure?.Throw();
        cancellationToken.ThrowIfCancellationRequested();
    }

    public static async IAsyncEnumerable<Recipient> ToAsync(IEnumerable<Recipient> recipients)
    {
        await ValueTask.CompletedTask.ConfigureAwait(false);
        foreach (Recipient recipient in recipients)
        {
            yield return recipient;
        }
    }

    public void Dispose()
    {
        _turn.Dispose();
        _stop.Dispose();
    }

    // Gives what the sequence itself, or the maker of options, threw; what a send throws is a result.
    private async Task<ExceptionDispatchInfo?> WorkAsync(IAsyncEnumerable<Recipient> recipients)
    {
        try
        {
            IAsyncEnumerator<Recipient> source = recipients.GetAsyncEnumerator(_stop.Token);
            await using (source.ConfigureAwait(false))
            {
                Task[] workers = new Task[_options.MaxConcurrency];
                for (int i = 0; i < workers.Length; i++)
                {
                    workers[i] = Task.Run(() => WorkAsync(source), CancellationToken.None);
                }

                await Task.WhenAll(workers).ConfigureAwait(false);
            }

            return null;
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            return null;
        }
        catch (Exception exception)
        {
            return ExceptionDispatchInfo.Capture(exception);
        }
        finally
        {
            _results.Writer.Complete();
        }
    }

    private async Task WorkAsync(IAsyncEnumerator<Recipient> source)
    {
        while (!_stop.IsCancellationRequested)
        {
            long index;
            Recipient to;
            await _turn.WaitAsync(CancellationToken.None).ConfigureAwait(false);
            try
            {
                if (_isOver || !await source.MoveNextAsync().ConfigureAwait(false))
                {
                    _isOver = true;
                    return;
                }

                to = source.Current;
                index = _next++;
            }
            catch
            {
                _isOver = true;
                throw;
            }
            finally
            {
                _turn.Release();
            }

            SendOptions? options = _options.For(to);
            await _results.Writer
                .WriteAsync(await SendAsync(index, to, options).ConfigureAwait(false), CancellationToken.None)
                .ConfigureAwait(false);
        }
    }

    private async Task<SendResult> SendAsync(long index, Recipient to, SendOptions? options)
    {
        try
        {
            return new SendResult(index, to, await _client.SendAsync(to, _message, options, _cancellationToken).ConfigureAwait(false));
        }
        catch (Exception exception)
        {
            return new SendResult(index, to, exception);
        }
    }
}
