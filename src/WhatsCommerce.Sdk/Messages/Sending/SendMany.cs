using System.Runtime.ExceptionServices;
using System.Threading.Channels;

namespace WhatsCommerce.Messages;

/// <summary>Sends a sequence of messages that may be longer than memory.</summary>
/// <remarks>
/// Workers, one for each concurrent send, take messages from the sequence and write results into a channel of the same size: slow consumers
/// slow down the sending (backpressure), and nothing piles up.
/// </remarks>
internal sealed class SendMany : IDisposable
{
    private readonly MessagesClient _client;
    private readonly SendManyOptions _options;
    private readonly CancellationToken _cancellationToken;
    private readonly Channel<SendResult> _results;
    private readonly SemaphoreSlim _turn = new(1);

    private readonly SeenRecipients? _seen;

    // Stops reading messages. Sends in progress are not canceled when the consumer leaves: their outcome would be unknown.
    private readonly CancellationTokenSource _stop;

    private bool _isOver;
    private long _next;

    private SendMany(MessagesClient client, SendManyOptions options, CancellationToken cancellationToken)
    {
        _client = client;
        _options = options;
        _cancellationToken = cancellationToken;
        _seen = options.OncePerRecipient ? new() : null;
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _results = Channel.CreateBounded<SendResult>(new BoundedChannelOptions(options.MaxConcurrency) { SingleReader = true });
    }

    public static async IAsyncEnumerable<SendResult> RunAsync(
        MessagesClient client,
        IAsyncEnumerable<AddressedMessage> messages,
        SendManyOptions options,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using SendMany many = new(client, options, cancellationToken);
        Task<ExceptionDispatchInfo?> working = many.WorkAsync(messages);
        ExceptionDispatchInfo? failure;
        try
        {
            // Not canceled: the results of sends in progress are returned before the cancellation is thrown.
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
                // The consumer has left; drains the channel so that the workers can end.
            }

            failure = await working.ConfigureAwait(false);
        }

        failure?.Throw();
        if (cancellationToken.IsCancellationRequested)
        {
            throw new SendManyCanceledException(many._next, cancellationToken);
        }
    }

    public static async IAsyncEnumerable<T> ToAsync<T>(IEnumerable<T> items)
    {
        await ValueTask.CompletedTask.ConfigureAwait(false);
        foreach (T item in items)
        {
            yield return item;
        }
    }

    /// <summary>Creates a message with the same content for each recipient.</summary>
    public static async IAsyncEnumerable<AddressedMessage> ToAllAsync(
        IAsyncEnumerable<Recipient> recipients,
        OutboundMessage message,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (Recipient recipient in recipients.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            yield return new AddressedMessage(recipient, message);
        }
    }

    public void Dispose()
    {
        _turn.Dispose();
        _stop.Dispose();
    }

    // Returns exceptions of the sequence or of OptionsFor; exceptions of a send become results.
    private async Task<ExceptionDispatchInfo?> WorkAsync(IAsyncEnumerable<AddressedMessage> messages)
    {
        try
        {
            IAsyncEnumerator<AddressedMessage> source = messages.GetAsyncEnumerator(_stop.Token);
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

    private async Task WorkAsync(IAsyncEnumerator<AddressedMessage> source)
    {
        while (!_stop.IsCancellationRequested)
        {
            long index;
            AddressedMessage item;
            long? duplicateOf;
            await _turn.WaitAsync(CancellationToken.None).ConfigureAwait(false);
            try
            {
                if (_isOver || !await source.MoveNextAsync().ConfigureAwait(false))
                {
                    _isOver = true;
                    return;
                }

                item = source.Current;
                index = _next++;
                duplicateOf = _seen?.Add(item.To, index);
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

            SendResult result = duplicateOf is { } first
                ? new SendResult(index, item, first)
                : await SendAsync(index, item, _options.For(item)).ConfigureAwait(false);
            await _results.Writer.WriteAsync(result, CancellationToken.None).ConfigureAwait(false);
        }
    }

    private async Task<SendResult> SendAsync(long index, AddressedMessage item, SendOptions? options)
    {
        FallbackReason fallback = FallbackReason.None;
        try
        {
            MessageReceipt receipt = await FallbackSender.SendAsync(
                _client, item, options, reason => fallback = reason, _cancellationToken).ConfigureAwait(false);
            return new SendResult(index, item, receipt, fallback);
        }
        catch (Exception exception)
        {
            return new SendResult(index, item, exception, fallback);
        }
    }
}
