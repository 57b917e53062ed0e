namespace WhatsCommerce;

/// <summary>The type of a <see cref="DatabaseValue"/>, also of an absent value.</summary>
public enum DatabaseType
{
    /// <summary>Text.</summary>
    Text,

    /// <summary>A 64-bit integer; also times, as Unix milliseconds, and money, in minor units.</summary>
    Number,

    /// <summary>Bytes.</summary>
    Bytes,

    /// <summary>An id of 128 bits: <c>uuid</c> in PostgreSQL, 16 bytes, the most significant first, in SQLite.</summary>
    Id,
    /// <summary>A list of texts, each of which may be absent. Lists are supported by PostgreSQL only, as arrays.</summary>
    Texts,

    /// <summary>A list of numbers, for PostgreSQL.</summary>
    Numbers,

    /// <summary>A list of bytes, for PostgreSQL.</summary>
    Blobs,

    /// <summary>A list of ids, for PostgreSQL.</summary>
    Ids,
}
