namespace WhatsCommerce.Messages;

/// <summary>Looks at a message before it is sent. The front door brings one in; without it sending is as if there were none.</summary>
internal interface ISendCheck
{
    /// <summary>Whether there is anything to check; asked for each message, so it costs next to nothing.</summary>
    bool Concerns(OutboundMessage message);

    /// <summary>Checks the message.</summary>
    /// <returns>The products that cannot be sent, where others can; they are reported with the receipt.</returns>
    /// <exception cref="ProductsNotSendableException">There is no use in sending it.</exception>
    Task<IReadOnlyList<UnsendableProduct>> CheckAsync(OutboundMessage message, CancellationToken cancellationToken);
}
