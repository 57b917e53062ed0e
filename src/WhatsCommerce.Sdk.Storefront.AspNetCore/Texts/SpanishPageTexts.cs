namespace WhatsCommerce.Storefronts;

internal static class SpanishPageTexts
{
    public static FrozenDictionary<StorefrontPageText, string> All { get; } = new Dictionary<StorefrontPageText, string>
    {
        [StorefrontPageText.ThanksTitle] = "¡Gracias!",
        [StorefrontPageText.PaidText] = "Tu pedido {{order_number}} está hecho y pagado.",
        [StorefrontPageText.DueText] = "Tu pedido {{order_number}} está hecho. Pagas al recibirlo.",
        [StorefrontPageText.PlacedText] = "Tu pedido {{order_number}} está hecho.",
        [StorefrontPageText.PendingTitle] = "Tu pago está en camino",
        [StorefrontPageText.PendingText] =
            "Pedido {{order_number}}: te escribiremos por WhatsApp cuando llegue el pago. Puedes cerrar esta página.",
        [StorefrontPageText.ReviewTitle] = "Estamos revisando tu pago",
        [StorefrontPageText.ReviewText] =
            "Pedido {{order_number}}: una persona está revisando el pago y te escribirá por WhatsApp. No pagues otra vez, por favor.",
        [StorefrontPageText.OpenTitle] = "Aún sin pagar",
        [StorefrontPageText.OpenText] = "El pedido {{order_number}} no está pagado. Puedes pagarlo ahora o elegir otra forma de pago.",
        [StorefrontPageText.FailedTitle] = "El pago no se completó",
        [StorefrontPageText.FailedText] =
            "El pedido {{order_number}} no está pagado. Puedes intentarlo otra vez o elegir otra forma de pago.",
        [StorefrontPageText.ExpiredTitle] = "Este enlace de pago ha caducado",
        [StorefrontPageText.ExpiredText] = "El pedido {{order_number}} no se pagó a tiempo. Puedes elegir de nuevo cómo pagarlo.",
        [StorefrontPageText.GoneTitle] = "Este pedido ya no está abierto",
        [StorefrontPageText.GoneText] =
            "El pedido {{order_number}} fue reemplazado o cancelado. Si tienes alguna pregunta, escríbenos por WhatsApp.",
        [StorefrontPageText.CheckingTitle] = "Estamos comprobando tu pago",
        [StorefrontPageText.CheckingText] =
            "El servicio de pago aún no ha respondido. No pagues otra vez: vuelve a comprobarlo en un minuto.",
        [StorefrontPageText.NotKnownTitle] = "No conocemos este enlace",
        [StorefrontPageText.NotKnownText] = "Puede estar incompleto. Ábrelo de nuevo desde tu chat de WhatsApp con nosotros.",
        [StorefrontPageText.TryLaterTitle] = "Inténtalo de nuevo en un minuto",
        [StorefrontPageText.TryLaterText] = "Algo no funcionó de nuestro lado.",
        [StorefrontPageText.RefusedTitle] = "Abre la página de nuevo",
        [StorefrontPageText.RefusedText] = "Por tu seguridad no se hizo nada. Abre la página de nuevo y elige allí.",
        [StorefrontPageText.PayTitle] = "¿Cómo quieres pagar?",
        [StorefrontPageText.NoWayText] =
            "El pedido {{order_number}} no se puede pagar aquí. Escríbenos por WhatsApp y encontraremos una forma.",
        [StorefrontPageText.ChangedTitle] = "Tu carrito necesita otra revisión",
        [StorefrontPageText.ChangedText] = "Los precios o las existencias han cambiado. Envíanos tu carrito otra vez por WhatsApp.",
        [StorefrontPageText.ConfirmTitle] = "El precio ha cambiado",
        [StorefrontPageText.ConfirmText] =
            "El pedido {{order_number}} costaba {{old_total}} cuando se ofreció. Ahora cuesta {{new_total}}. No se paga nada antes de que "
                + "usted acepte.",
        [StorefrontPageText.ConfirmButton] = "Aceptar {{new_total}}: {{provider}}",
        [StorefrontPageText.ChatTitle] = "Paga en WhatsApp",
        [StorefrontPageText.ChatText] = "El pago del pedido {{order_number}} te espera en nuestro chat de WhatsApp.",
        [StorefrontPageText.ContinueTitle] = "Vamos al pago",
        [StorefrontPageText.ContinueText] = "El pago se abre solo. Si no, usa el botón.",
        [StorefrontPageText.ContinueButton] = "Continuar al pago",
        [StorefrontPageText.ChooseButton] = "Elegir cómo pagar",
        [StorefrontPageText.CheckButton] = "Comprobar otra vez",
        [StorefrontPageText.ReopenButton] = "Abrir la página de nuevo",
        [StorefrontPageText.WhatsAppButton] = "Volver a WhatsApp",
        [StorefrontPageText.OrderCaption] = "Pedido {{order_number}}",
        [StorefrontPageText.Product] = "Producto",
        [StorefrontPageText.Quantity] = "Cantidad",
        [StorefrontPageText.Amount] = "Importe",
        [StorefrontPageText.Subtotal] = "Subtotal",
        [StorefrontPageText.Discount] = "Descuento",
        [StorefrontPageText.Shipping] = "Envío",
        [StorefrontPageText.Tax] = "Impuestos",
        [StorefrontPageText.Total] = "Total",
        [StorefrontPageText.TaxIncluded] = "Impuestos incluidos",
    }.ToFrozenDictionary();
}
