namespace WhatsCommerce;

/// <summary>The type of a <see cref="DatabaseValue"/>, which also an absent value has.</summary>
public enum DatabaseType
{
    /// <summary>Text.</summary>
    Text,

    /// <summary>A whole number of 64 bits; also times, as unix milliseconds, and money, in minor units.</summary>
    Number,

    /// <summary>Bytes.</summary>
    Bytes,

    /// <summary>An id of 128 bits: <c>uuid</c> in PostgreSQL, 16 bytes, the most significant first, in SQLite.</summary>
    Id,
    /// <summary>A list of texts, each of which may be absent. Lists are for PostgreSQL only, whose arrays they are.</summary>
    Texts,

    /// <summary>A list of numbers, for PostgreSQL.</summary>
    Numbers,

    /// <summary>A list of bytes, for PostgreSQL.</summary>
    Blobs,

    /// <summary>A list of ids, for PostgreSQL.</summary>
    Ids,
}
