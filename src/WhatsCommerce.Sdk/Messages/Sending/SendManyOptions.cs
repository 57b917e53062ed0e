namespace WhatsCommerce.Messages;

/// <summary>How messages go to many recipients.</summary>
public sealed record SendManyOptions
{
    private readonly int _maxConcurrency = 16;

    /// <summary>
    /// How many sends are under way at once; 16 unless set, 1 to 1,000. How many a second is <see cref="PacingOptions.MessagesPerSecond"/>.
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
    /// Sends once to a person who is listed several times, also when their number is written in several ways or forms: the later ones get
    /// <see cref="SendOutcome.Duplicate"/>. Within this one call, whatever became of the first; takes some fifty bytes of memory for each
    /// recipient. Off unless set.
    /// </summary>
    /// <remarks>
    /// A phone number is compared as <see cref="PhoneNumber.IsSameLineAs"/> does. A number and a user id of one person are not known to be
    /// the same.
    /// </remarks>
    public bool OncePerRecipient { get; init; }

    /// <summary>
    /// Sends the message once to each recipient, however often the whole is begun: each send gets a <see cref="SendOptions.OnceKey"/> that
    /// is made of this key and the recipient. So what was cut off can be run again from the start. <see langword="null"/> for no such
    /// memory.
    /// </summary>
    /// <remarks>
    /// Where the options of a single send have a key of their own, that counts. Several messages for one recipient need such keys: with
    /// this one they would be the same send.
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
    /// Makes what belongs to each single send, such as callback data of its own; <see langword="null"/> for nothing. Not called for a
    /// message with <see cref="AddressedMessage.Options"/>. Called from several threads; what it throws ends the whole.
    /// </summary>
    public Func<Recipient, SendOptions?>? OptionsFor { get; init; }

    /// <summary>How many sends are under way at once; not the key, which may name a customer.</summary>
    public override string ToString() => FormattableString.Invariant($"SendManyOptions {{ MaxConcurrency = {MaxConcurrency} }}");

    internal SendOptions? For(AddressedMessage item)
    {
        SendOptions? options = item.Options ?? OptionsFor?.Invoke(item.To);
        return OnceKey is null || options?.OnceKey is not null
            ? options
            : (options ?? new SendOptions()) with { OnceKey = SendKey.HashOf(OnceKey, SendIntent.HashOf(item.To)) };
    }
}
