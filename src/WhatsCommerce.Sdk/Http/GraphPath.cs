using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace WhatsCommerce.Http;

/// <summary>
/// A path below the version, written as an interpolated text: <c>$"{catalogId}/products"</c>. What stands in braces is checked to be one id,
/// so that no value can lead, with the token, to another path.
/// </summary>
[InterpolatedStringHandler]
internal ref struct GraphPath
{
    private static readonly SearchValues<char> IdCharacters =
        SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_");

    private DefaultInterpolatedStringHandler _path;

    public GraphPath(int literalLength, int formattedCount) =>
        _path = new DefaultInterpolatedStringHandler(literalLength, formattedCount, CultureInfo.InvariantCulture);

    public void AppendLiteral(string text) => _path.AppendLiteral(text);

    /// <exception cref="ArgumentException">It is absent, or holds more than letters, digits, - and _.</exception>
    public void AppendFormatted<TId>(TId id)
        where TId : struct => _path.AppendLiteral(Check(id));

    public string ToStringAndClear() => _path.ToStringAndClear();

    /// <summary>The text of an id that has the shape of one; also for ids that stand elsewhere in a request.</summary>
    /// <exception cref="ArgumentException">It is absent, or holds more than letters, digits, - and _.</exception>
    public static string Check<TId>(TId id)
        where TId : struct
    {
        string? text = id.ToString();
        if (string.IsNullOrEmpty(text))
        {
            throw new ArgumentException($"The {typeof(TId).Name} is absent; nothing was sent.", nameof(id));
        }

        int bad = text.AsSpan().IndexOfAnyExcept(IdCharacters);
        if (bad >= 0)
        {
            throw new ArgumentException(string.Create(
                CultureInfo.InvariantCulture,
                $"The {typeof(TId).Name} has the character U+{(int)text[bad]:X4} at index {bad}; ids of Meta's are letters and digits, mostly digits only. Nothing was sent."), nameof(id));
        }

        return text;
    }
}
