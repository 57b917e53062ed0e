using System.Text;

namespace WhatsCommerce.Generators.Writing;

/// <summary>Writes C#, line by line, with indentation.</summary>
internal sealed class SourceWriter
{
    private const string Indent = "    ";

    private readonly StringBuilder _text = new();
    private int _depth;
    private bool _isBlankDue;

    /// <summary>One line; text of several lines is indented as a whole.</summary>
    public SourceWriter Line(string text)
    {
        if (_isBlankDue)
        {
            _text.Append('\n');
            _isBlankDue = false;
        }

        foreach (string line in text.Replace("\r\n", "\n").Split('\n'))
        {
            for (int i = 0; i < _depth && line.Length > 0; i++)
            {
                _text.Append(Indent);
            }

            _text.Append(line).Append('\n');
        }

        return this;
    }

    /// <summary>An empty line before whatever comes next; none at the end of a block.</summary>
    public SourceWriter Blank()
    {
        _isBlankDue = true;
        return this;
    }

    /// <summary>A line, and a block in braces that ends when what is returned is disposed.</summary>
    /// <param name="head">The line.</param>
    /// <param name="end">The line after the block.</param>
    public Block Braces(string head, string end = "}")
    {
        Line(head).Line("{");
        _depth++;
        return new Block(this, end);
    }

    public override string ToString() => _text.ToString();

    internal readonly struct Block(SourceWriter writer, string end) : IDisposable
    {
        public void Dispose()
        {
            writer._depth--;
            writer._isBlankDue = false;
            writer.Line(end);
        }
    }
}
