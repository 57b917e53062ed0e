namespace WhatsCommerce;

/// <summary>Represents a typed parameter value, so that statements are prepared once whether or not a value is absent.</summary>
public readonly struct DatabaseValue
{
    private readonly long _number;
    private readonly Guid _id;
    private readonly object? _reference;

    private DatabaseValue(DatabaseType type, bool isNull, long number = 0, object? reference = null, Guid id = default)
    {
        Type = type;
        IsNull = isNull;
        _number = number;
        _reference = reference;
        _id = id;
    }

    /// <summary>Gets the type.</summary>
    public DatabaseType Type { get; }

    /// <summary>Gets a value indicating whether the value is absent.</summary>
    public bool IsNull { get; }

    /// <summary>Gets the text; <see langword="null"/> when it is absent or of another type.</summary>
    public string? Text => _reference as string;

    /// <summary>Gets the number; 0 when it is absent or of another type.</summary>
    public long Number => _number;

    /// <summary>Gets the bytes; <see langword="null"/> when they are absent or the value is of another type.</summary>
    public byte[]? Bytes => _reference as byte[];

    /// <summary>Gets the id; all zeros when it is absent or of another type.</summary>
    public Guid Id => _id;

    /// <summary>Gets the array of a list; <see langword="null"/> when the value is not a list.</summary>
    public Array? List => _reference is byte[] ? null : _reference as Array;

    /// <summary>Creates a text value.</summary>
    /// <param name="text">The text; <see langword="null"/> for an absent value.</param>
    public static implicit operator DatabaseValue(string? text) => FromText(text);

    /// <summary>Creates a number value.</summary>
    /// <param name="number">The number; <see langword="null"/> for an absent value.</param>
    public static implicit operator DatabaseValue(long? number) => FromNumber(number);

    /// <summary>Creates a time value, in Unix milliseconds.</summary>
    /// <param name="time">The time; <see langword="null"/> for an absent value.</param>
    public static implicit operator DatabaseValue(DateTimeOffset? time) => FromTime(time);

    /// <summary>Creates a value of bytes.</summary>
    /// <param name="bytes">The bytes; <see langword="null"/> for an absent value.</param>
    public static implicit operator DatabaseValue(byte[]? bytes) => FromBytes(bytes);

    /// <summary>Creates an id value.</summary>
    /// <param name="id">The id; <see langword="null"/> for an absent value.</param>
    public static implicit operator DatabaseValue(Guid? id) => FromId(id);

    /// <summary>Creates a text value.</summary>
    /// <param name="text">The text; <see langword="null"/> for an absent value.</param>
    public static DatabaseValue FromText(string? text) => new(DatabaseType.Text, text is null, reference: text);

    /// <summary>Creates a number value.</summary>
    /// <param name="number">The number; <see langword="null"/> for an absent value.</param>
    public static DatabaseValue FromNumber(long? number) => new(DatabaseType.Number, number is null, number ?? 0);

    /// <summary>Creates a time value, in Unix milliseconds.</summary>
    /// <param name="time">The time; <see langword="null"/> for an absent value.</param>
    public static DatabaseValue FromTime(DateTimeOffset? time) => FromNumber(time?.ToUnixTimeMilliseconds());

    /// <summary>Creates a value of bytes.</summary>
    /// <param name="bytes">The bytes; <see langword="null"/> for an absent value.</param>
    public static DatabaseValue FromBytes(byte[]? bytes) => new(DatabaseType.Bytes, bytes is null, reference: bytes);

    /// <summary>Creates an id value.</summary>
    /// <param name="id">The id; <see langword="null"/> for an absent value.</param>
    public static DatabaseValue FromId(Guid? id) => new(DatabaseType.Id, id is null, id: id ?? default);

    /// <summary>Creates a list value for PostgreSQL, with which a statement processes many rows at once.</summary>
    /// <param name="texts">The texts. The array is not copied.</param>
    public static DatabaseValue FromTexts(string?[] texts) => new(DatabaseType.Texts, texts is null, reference: texts);

    /// <inheritdoc cref="FromTexts" path="/summary"/>
    /// <param name="numbers">The numbers. The array is not copied.</param>
    public static DatabaseValue FromNumbers(long[] numbers) => new(DatabaseType.Numbers, numbers is null, reference: numbers);

    /// <inheritdoc cref="FromTexts" path="/summary"/>
    /// <param name="blobs">The bytes. The array is not copied.</param>
    public static DatabaseValue FromBlobs(byte[][] blobs) => new(DatabaseType.Blobs, blobs is null, reference: blobs);

    /// <inheritdoc cref="FromTexts" path="/summary"/>
    /// <param name="ids">The ids. The array is not copied.</param>
    public static DatabaseValue FromIds(Guid[] ids) => new(DatabaseType.Ids, ids is null, reference: ids);

    /// <summary>Returns the type; the value may be a customer's data.</summary>
    public override string ToString() => IsNull ? "null" : $"({Type})";
}
