using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace WhatsCommerce.Analyzers.Tests.Mistakes;

/// <summary>A file beside the code.</summary>
internal sealed class AnalyzerFile(string path, string content) : AdditionalText
{
    public override string Path => path;

    public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(content);
}
