namespace WhatsCommerce.Http;

/// <summary>A response of the Graph API.</summary>
internal interface IGraphResponse
{
    /// <summary>Whether the response has the members that a success requires.</summary>
    bool IsComplete { get; }
}
