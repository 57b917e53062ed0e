namespace WhatsCommerce.Http;

/// <summary>What the Graph API answers.</summary>
internal interface IGraphAnswer
{
    /// <summary>Whether it holds what a success must hold.</summary>
    bool IsComplete { get; }
}
