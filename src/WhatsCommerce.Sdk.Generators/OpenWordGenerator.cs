using Microsoft.CodeAnalysis;

namespace WhatsCommerce.Generators;

/// <summary>Writes what every open word repeats: its constructor, its value, its known words and its text.</summary>
[Generator]
public sealed class OpenWordGenerator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
    }
}
