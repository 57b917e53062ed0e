using System.Text;
using System.Text.Json;

namespace WhatsCommerce.Testing;

/// <summary>A webhook delivery: what was posted to the callback, how often, and what was answered.</summary>
public sealed class RecordedDelivery
{
    private readonly TaskCompletionSource _finished = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly byte[] _body;
    private volatile DeliveryAttempt[] _attempts = [];
    private volatile int _state;

    internal RecordedDelivery(string subject, byte[] body)
    {
        Subject = subject;
        _body = body;
    }

    /// <summary>What the delivery tells: <c>message text</c>, <c>status read</c>, <c>errors</c>.</summary>
    public string Subject { get; }

    /// <summary>The posted bytes, which the signature covers: non-ASCII characters and slashes are escaped, as Meta escapes them.</summary>
    public ReadOnlyMemory<byte> Body => _body;

    /// <summary>The posted JSON, parsed anew at each call.</summary>
    public JsonElement Json => JsonElement.Parse(_body);

    /// <summary>How far the delivery has come.</summary>
    public DeliveryState State => (DeliveryState)_state;

    /// <summary>Every attempt so far, the first one first.</summary>
    public IReadOnlyList<DeliveryAttempt> Attempts => _attempts;

    internal Task Finished => _finished.Task;

    /// <summary>The subject, the state and the last answer; nothing of the content.</summary>
    public override string ToString()
    {
        StringBuilder text = new($"{Subject}: {State}");
        DeliveryAttempt[] attempts = _attempts;
        if (attempts.Length > 0)
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $", {attempts.Length} attempt(s), the last {attempts[^1]}");
        }

        return text.ToString();
    }

    // Only the one sender adds attempts.
    internal void Add(DeliveryAttempt attempt) => _attempts = [.. _attempts, attempt];

    internal void Finish(DeliveryState state)
    {
        _state = (int)state;
        _finished.TrySetResult();
    }
}
