using Microsoft.Extensions.AI;

namespace WhatsCommerce.Sdk.Storefront.Tests.Search;

/// <summary>A generator without a model: each concept is a direction, and a text points to the concepts whose words it has.</summary>
internal sealed class ConceptGenerator(params string[][] concepts) : IEmbeddingGenerator<string, Embedding<float>>
{
    /// <summary>Gets the texts that were embedded, in their order.</summary>
    public List<string> Asked { get; } = [];

    /// <summary>Gets or sets what is awaited before each answer.</summary>
    public Func<CancellationToken, Task> Before { get; set; } = static _ => Task.CompletedTask;

    public async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        string[] texts = [.. values];
        Asked.AddRange(texts);
        await Before(cancellationToken);
        return new GeneratedEmbeddings<Embedding<float>>(texts.Select(text => new Embedding<float>(Vector(text))));
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }

    private float[] Vector(string text) =>
        [.. concepts.Select(words => words.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase)) ? 1f : 0f)];
}
