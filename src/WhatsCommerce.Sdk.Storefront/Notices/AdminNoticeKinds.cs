namespace WhatsCommerce.Storefronts;

/// <summary>Specifies what admins are notified of.</summary>
[Flags]
public enum AdminNoticeKinds
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Questions about products: <see cref="ProductAsked"/>.</summary>
    Questions = 1,

    /// <summary>Carts that customers sent: <see cref="CartReceived"/>.</summary>
    Carts = 2,

    /// <summary>Orders that were placed: <see cref="OrderPlaced"/>.</summary>
    Orders = 4,

    /// <summary>Orders that need review by a person: <see cref="OrderNeedsReview"/>.</summary>
    Reviews = 8,

    /// <summary>Customers who need an answer from a person: <see cref="HumanRequested"/>.</summary>
    HumanRequests = 16,

    /// <summary>All kinds.</summary>
    All = Questions | Carts | Orders | Reviews | HumanRequests,
}
