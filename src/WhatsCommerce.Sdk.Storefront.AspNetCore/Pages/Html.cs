using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace WhatsCommerce.Storefronts;

/// <summary>
/// Writes HTML from interpolated strings. Literal parts are markup; every interpolated value is encoded for text and for attributes in
/// double quotes, unless it is itself <see cref="Html"/>.
/// </summary>
internal sealed class Html
{
    // Letters of all alphabets are not encoded; markup, quotes, control characters and lone surrogates are.
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder _text = new();

    public Html Append([InterpolatedStringHandlerArgument("")] ref Writer markup) => this;

    public override string ToString() => _text.ToString();

    [InterpolatedStringHandler]
    public readonly ref struct Writer
    {
        private readonly StringBuilder _text;

        public Writer(int literalLength, int formattedCount, Html html)
        {
            _ = formattedCount;
            _text = html._text;
            _text.EnsureCapacity(_text.Length + literalLength);
        }

        public void AppendLiteral(string markup) => _text.Append(markup);

        public void AppendFormatted(string? text) => _text.Append(Encoder.Encode(text ?? ""));

        public void AppendFormatted(int number) => _text.Append(number.ToString(CultureInfo.InvariantCulture));

        public void AppendFormatted(Html html) => _text.Append(html._text);
    }
}
