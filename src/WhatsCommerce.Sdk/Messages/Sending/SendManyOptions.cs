namespace WhatsCommerce.Messages;

/// <summary>Options of sending many messages.</summary>
public sealed record SendManyOptions
{
    private readonly int _maxConcurrency = 16;

    /// <summary>
    /// The number of concurrent sends; 16 by default, 1 to 1,000. For the rate see <see cref="PacingOptions.MessagesPerSecond"/>.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is out of range.</exception>
    public int MaxConcurrency
    {
        get => _maxConcurrency;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 1_000);
            _maxConcurrency = value;
        }
    }

    /// <summary>
    /// Sends once to a person who is listed several times, even if their number is formatted differently: later entries get
    /// <see cref="SendOutcome.Duplicate"/>, regardless of the outcome of the first. Applies to this call only, and takes about fifty bytes
    /// of memory per recipient. Off by default.
    /// </summary>
    /// <remarks>
    /// Phone numbers are compared with <see cref="PhoneNumber.IsSameLineAs"/>. The number and the user id of one person count as two
    /// recipients.
    /// </remarks>
    public bool OncePerRecipient { get; init; }

    /// <summary>
    /// An idempotency key for the whole call: each send gets a <see cref="SendOptions.OnceKey"/> derived from this key and the recipient,
    /// so an interrupted call can be repeated from the start. <see langword="null"/> for no deduplication.
    /// </summary>
    /// <remarks>
    /// A key in the options of a single send takes precedence. Several messages for one recipient need such keys; otherwise they count as
    /// the same send.
    /// </remarks>
    /// <exception cref="ArgumentException">The key is blank.</exception>
    public string? OnceKey
    {
        get;
        init
        {
            if (value is not null)
            {
                ArgumentException.ThrowIfNullOrWhiteSpace(value);
            }

            field = value;
        }
    }

    /// <summary>
    /// Creates the options of each single send, such as its callback data; <see langword="null"/> for none. Not called for a message with
    /// <see cref="AddressedMessage.Options"/>. Called from several threads; an exception ends the whole call.
    /// </summary>
    public Func<Recipient, SendOptions?>? OptionsFor { get; init; }

    /// <summary>Returns the concurrency; not the key, which may contain an id of a customer.</summary>
    public override string ToString() => FormattableString.Invariant($"SendManyOptions {{ MaxConcurrency = {MaxConcurrency} }}");

    internal SendOptions? For(AddressedMessage item)
    {
        SendOptions? options = item.Options ?? OptionsFor?.Invoke(item.To);
        return OnceKey is null || options?.OnceKey is not null
            ? options
            : (options ?? new SendOptions()) with { OnceKey = SendKey.HashOf(OnceKey, SendIntent.HashOf(item.To)) };
    }
}
