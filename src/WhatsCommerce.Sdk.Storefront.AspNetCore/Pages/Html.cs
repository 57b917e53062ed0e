using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace WhatsCommerce.Storefronts;

/// <summary>
/// Writes HTML. What stands in the code is markup; every value in braces is encoded, as text and as the value of an attribute in double
/// quotes, unless it is itself <see cref="Html"/>.
/// </summary>
internal sealed class Html
{
    // All alphabets stay readable; markup, quotes, control characters and lone surrogates do not stay.
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
