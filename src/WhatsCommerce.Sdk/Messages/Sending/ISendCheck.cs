namespace WhatsCommerce.Messages;

/// <summary>Checks a message before it is sent. Optional; set by the client.</summary>
internal interface ISendCheck
{
    /// <summary>Returns whether there is anything to check; called for each message, so it must be fast.</summary>
    bool Concerns(OutboundMessage message);

    /// <summary>Checks the message.</summary>
    /// <returns>The products that cannot be sent, if others can; reported in the receipt.</returns>
    /// <exception cref="ProductsNotSendableException">No product can be sent.</exception>
    Task<IReadOnlyList<UnsendableProduct>> CheckAsync(OutboundMessage message, CancellationToken cancellationToken);
}
